import BriefModel
import BriefRendering

extension Claim {
    /// Whether it is anything but the plain word of the outlet.
    var isTold: Bool { modality != .stated }

    /// "[said by Jensen Huang]", "[cautious]".
    var told: Phrase {
        let who = claimant.shown(upTo: 60)
        return switch modality {
        case .stated: .verbatim("")
        case .attributed: Phrase("[said by {name}]", ["name": who])
        case .hedged: claimantIsAnonymous ? Phrase("[cautious; by {name}, unnamed]", ["name": who]) : "[cautious]"
        case .planned: "[planned]"
        case .denied: claimantIsAnonymous ? "[denied]" : Phrase("[denied by {name}]", ["name": who])
        }
    }
}

/// On whose word the sentences of an article are, counted, with what their marks mean.
struct ClaimKey {
    let claims: [Claim]

    func write(to html: inout HTMLWriter) {
        let manners: [(modality: Claim.Modality, words: Phrase)] = [
            (.stated, "the outlet’s own word"), (.attributed, "put down to somebody"), (.hedged, "said with caution"), (.planned, "planned"),
            (.denied, "denied"),
        ]
        html.element("section", .class("claims"), .label("On whose word")) { html in
            guard !claims.isEmpty else {
                html.element("p", .class("lab"), say: "No sentence here asserts anything.")
                return
            }
            html.element("ul", .class("key lab")) { html in
                for (modality, words) in manners {
                    let count = claims.count { $0.modality == modality }
                    if count > 0 {
                        html.element("li") { html in
                            html.element("span", .class("claim \(modality.rawValue)"), text: "\(count)")
                            html.text(" ")
                            html.say(words)
                        }
                    }
                }
            }
            html.element("p", .class("lab"), say: "Found by rules in the text as it stands; what is not marked is the outlet’s own word.")
        }
    }
}
