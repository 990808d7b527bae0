import BriefModel
import BriefVerification
import Testing

/// What cannot be judged is named, and never passes for something else.
@Suite struct UncheckedTests {
    private func findings(_ text: String) -> [Finding] { SampleShelf.verifier.audit(text).findings }

    @Test(arguments: [
        "Die Regierung hat am Montag beschlossen, dass die Brücke im Mai wieder für den Verkehr geöffnet wird.",
        "Le gouvernement a annoncé lundi que le pont sera de nouveau ouvert à la circulation dans les prochains mois.",
        "政府星期一宣布，大桥将于五月重新开放。", "Правительство объявило в понедельник, что мост снова откроют в мае.",
    ]) func aClaimInALanguageThatIsNotReadIsNotChecked(_ text: String) throws {
        let finding = try #require(findings("A heading in English\n\n" + text).last)
        #expect(finding.verdict == .notChecked && finding.reasons == [.language])
        #expect(finding.note.hasPrefix("Not checked: language") && finding.evidence.isEmpty && finding.settling != nil)
    }

    @Test func anEnglishLineAmongOthersIsChecked() {
        let text = "Die Regierung hat am Montag beschlossen, dass die Brücke im Mai geöffnet wird.\n\nThirty-four countries signed the declaration."
        #expect(findings(text).map(\.verdict).first == .notChecked)
        #expect(findings(text).last?.verdict != .notChecked)
    }

    @Test func aFewWordsAreInTheLanguageOfTheBrief() {
        let found = findings("Military AI, China & Distillation\n\nThirty-four countries signed the declaration on Monday.\n\nПривет, мир.")
        #expect(found.first?.verdict != .notChecked)
        #expect(found.last?.verdict == .notChecked)
    }

    @Test func aSentenceOfFiveThousandWordsIsNotCheckedAndCostsLittle() throws {
        let finding = try #require(
            findings("The minister said " + String(repeating: "that the bridge number 7 of Tern ", count: 800) + "fell.").first)
        #expect(finding.verdict == .notChecked && finding.reasons == [.tooLong])
    }

    @Test func aTextBeyondTheLimitIsSaidToBeCut() {
        let audit = SampleShelf.verifier.audit("It rained. " + String(repeating: " ", count: BriefText.limit) + "It poured.")
        #expect(audit.remarks.count == 1 && audit.remarks[0].contains("1 MiB"))
        #expect(SampleShelf.verifier.audit("It rained.").remarks.isEmpty)
    }
}
