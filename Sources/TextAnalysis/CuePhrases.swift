import BriefModel

/// The phrases, folded. Hedges after the classes of Hyland (modals, epistemic verbs, adverbs, approximators of source) and the cue lists of
/// factuality annotation (reported, planned, denied); written for news prose.
enum CuePhrases {
    struct Phrase {
        let kind: Cue.Kind
        let words: [String]
    }

    static func table(language: String) -> [String: [Phrase]] {
        switch language {
        case "de": german
        case "fr": french
        default: english
        }
    }

    private static func build(_ lists: [(Cue.Kind, String)]) -> [String: [Phrase]] {
        var table: [String: [Phrase]] = [:]
        for (kind, list) in lists {
            for phrase in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                let words = phrase.split(separator: " ").map(String.init)
                if let first = words.first { table[first, default: []].append(Phrase(kind: kind, words: words)) }
            }
        }
        // Longest first: "is not expected to" before "not".
        return table.mapValues { phrases in phrases.sorted { $0.words.count > $1.words.count } }
    }

    private static let english = build([
        (
            .hedge,
            """
            could,may,might,may have,might have,could have,appears to,appear to,appeared to,appears,seems to,seem to,seemed to,seems,seemingly,apparently
            is said to,are said to,was said to,were said to,is reported to,are reported to,was reported to,were reported to,is believed to,are believed to
            is thought to,are thought to,was thought to,were thought to,said to be,said to,reported to be,reported to have,said to have,believed to be,thought to be
            is understood to,are understood to,is alleged to,are alleged to,is rumoured to,is rumored to,is known to have,is known to,are known to
            reportedly,allegedly,supposedly,purportedly,presumably,probably,possibly,perhaps,maybe,likely,unlikely,potentially,conceivably,ostensibly
            in principle,to his understanding,to her understanding,to their understanding,to my understanding,as far as,to the best of,by all accounts
            believe,believes,believed,suggest,suggests,suggested,suspect,suspects,suspected,reckon,reckons,think,thinks,assume,assumes,estimated,rumours,rumors
            considering,was considering,were considering,is considering,thinking of,was thinking of,unconfirmed,reports suggest,alleged,purported
            claims to,claimed to,hint at,would be able to,can be expected to,in theory,on paper,at least in trials,has shown tests,described tests,tentative
            provisionally,preliminary,early reports,unverified
            """
        ),
        (
            .negation,
            """
            no,not,neither,nor,none,never,nobody,nothing,nowhere,without,failed to,fails to,fail to,has yet to,have yet to,had yet to,no longer,cannot,can't
            don't,doesn't,didn't,isn't,aren't,wasn't,weren't,won't,wouldn't,couldn't,shouldn't,hasn't,haven't,hadn't,denied,denies,deny,refused to,refuses to
            declined to,refused,rejected,rejects,ruled out,lacks,lack of,absence of,nor did,not one,no evidence
            """
        ),
        (
            .plan,
            """
            plan to,plans to,planned to,planning to,plans for,is planned,are planned,planned,will,would,aims to,aim to,aims at,intend to,intends to,intended to,intends
            is due to,are due to,due to appear,due to begin,due to start,was due to,hopes to,hopes for,hope to,wants to,want to,seeks to,seek to,seeking,looking for
            expects to,expect to,is expected to,are expected to,expected to,is set to,are set to,is to be,are to be,was to be,were to be,agreed to,pledged to,vowed to,vows
            promised to,proposes to,proposed,target of,is scheduled to,are scheduled to,scheduled for,is going to,are going to,about to,in talks
            """
        ),
        (
            .correction,
            """
            correction,corrected version,corrects,corrected,the correct number,correct number,correct figure,the correct figure,an earlier version,earlier version,previous version
            wrongly described,wrongly said,wrongly stated,incorrectly said,incorrectly stated,misstated,erroneously,regrets the error,regret the error,apologise for the error
            regrets the mistake,regret the mistake,the error,amended to
            """
        ),
        (
            .opinion,
            "must,should,ought to,should be,i think,i believe,we believe,in my view,in our view,we think,surely,needs to,had better,it is time"
        ),
        (
            .forecast,
            "will likely,forecast,forecasts,is projected to,are projected to,predicts,predict,predicted,outlook,may one day,is bound to,are bound to,in the coming years,over the next"
        ),
    ])

    private static let german = build([
        (
            .hedge,
            "soll,sollen,konnte,konnten,durfte,durften,moglicherweise,vermutlich,wahrscheinlich,angeblich,offenbar,wohl,mutmasslich,vielleicht,scheint,scheinen,nach angaben"
        ),
        (.negation, "nicht,kein,keine,keinen,keiner,keinem,nie,niemals,niemand,nichts,ohne,weder,bestreitet,dementiert"),
        (.plan, "will,wollen,plant,planen,geplant,beabsichtigt,wird,werden,strebt an"),
        (.correction, "korrektur,berichtigung,in einer fruheren version,irrtumlich,falschlich"),
        (.opinion, "muss,mussen,sollte,sollten,meiner meinung"),
        (.forecast, "prognose,prognostiziert,voraussichtlich"),
    ])

    private static let french = build([
        (
            .hedge,
            "pourrait,pourraient,peut etre,semble,semblent,serait,seraient,aurait,auraient,probablement,sans doute,apparemment,possible,vraisemblablement"
        ),
        (.negation, "ne,n,pas,aucun,aucune,jamais,rien,sans,ni,personne,refuse de,dement"),
        (.plan, "prevoit,prevoient,compte,veut,veulent,entend,contestera,sera,seront,projette,doit"),
        (.correction, "correction,rectificatif,une version anterieure,par erreur"),
        (.opinion, "il faut,devrait,devraient,a mon avis"),
        (.forecast, "prevision,devrait atteindre"),
    ])

    static let chinese: [(word: String, kind: Cue.Kind)] = [
        ("可能", .hedge), ("或将", .hedge), ("或许", .hedge), ("据称", .hedge), ("据悉", .hedge), ("疑似", .hedge), ("似乎", .hedge), ("预计", .forecast),
        ("原则上", .hedge),
        ("知情人士", .hedge), ("尚未", .negation), ("没有", .negation), ("未能", .negation), ("并未", .negation), ("不得", .negation), ("未", .negation),
        ("不", .negation),
        ("否认", .negation), ("计划", .plan), ("打算", .plan), ("将", .plan), ("拟", .plan), ("更正", .correction), ("应当", .opinion), ("应该", .opinion),
        ("必须", .opinion),
    ]
}
