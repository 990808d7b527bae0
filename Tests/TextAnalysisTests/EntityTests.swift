import BriefModel
import Testing
import TextAnalysis

@Suite("Entities of an article")
struct EntityTests {
    private func entities(_ text: String) -> [Entity] { EntityFinder().entities(in: TextAnalyzer().sentences(in: text)) }

    private func entity(_ key: String, in text: String) throws -> Entity {
        let all = entities(text)
        return try #require(all.first { $0.key == key }, "\(all.map(\.key))")
    }

    private func values(_ entity: Entity, _ kind: Entity.Attribute.Kind) -> [String] { entity.attributes.filter { $0.kind == kind }.map(\.value) }

    @Test("All forms of one name are one entity")
    func formsMeet() throws {
        let text = "Dario Amodei spoke on Monday. Amodei said the talks would go on."
        let person = try entity("dario amodei", in: text)
        #expect(person.kind == .person)
        #expect(person.name == "Dario Amodei" && person.aliases == ["Amodei"])
        #expect(person.mentions.count == 2)
    }

    @Test("What stands before a name says where it is at home and what it is")
    func descriptionsBefore() throws {
        let body = try entity("matx", in: "The Mountain View chip start-up MatX raised money. MatX said it would hire.")
        #expect(body.kind == .organisation)
        #expect(values(body, .country) == ["united states"] && values(body, .place) == ["Mountain View"])
        #expect(values(body, .role) == ["start-up"] && values(body, .sector) == ["chip"])
    }

    @Test("What stands behind a name does too")
    func descriptionsBehind() throws {
        let apposition = try entity("veltrix", in: "Talks with Veltrix, a German battery maker, broke down, Veltrix said.")
        #expect(values(apposition, .country) == ["germany"] && values(apposition, .sector) == ["battery"])
        let copula = try entity("veltrix", in: "Veltrix is a drone company based in Lyon. Veltrix said no more.")
        #expect(values(copula, .country) == ["france"] && values(copula, .place) == ["Lyon"] && values(copula, .role) == ["company"])
    }

    @Test("A person's office stands between commas")
    func offices() throws {
        let person = try entity("lisa su", in: "Lisa Su, the chief executive of AMD, said demand was strong.")
        #expect(values(person, .role) == ["chief executive of AMD"])
    }

    @Test("The company is the one that was just named")
    func theCompany() throws {
        let body = try entity("anthropic", in: "Anthropic said on Monday that it would sue the government. The company had no choice, it said.")
        #expect(body.mentions.map(\.form) == [.name, .description])
        #expect(body.mentions.last?.text == "The company")
    }

    @Test("A description tells of the body it means")
    func descriptionsTell() throws {
        let body = try entity("matx", in: "MatX said on Friday it had raised money. The Mountain View start-up will hire.")
        #expect(values(body, .country) == ["united states"])
    }

    @Test("A text goes on about the body at the head of its last sentence")
    func headOfTheSentence() throws {
        let body = try entity(
            "matx", in: "MatX has closed a round of $500 million, led by Ravenel Partners. The Mountain View company wants to hire.")
        #expect(body.kind == .organisation && values(body, .country) == ["united states"])
    }

    @Test("A body named in passing is not the one a text goes on about")
    func inPassing() {
        let text = "MatX has closed a round. The plan is to have TSMC make the part. Sales will go to laboratories. The company has said nothing."
        #expect(!entities(text).contains { $0.key == "tsmc" && $0.mentions.contains { $0.form == .description } })
    }

    @Test(
        "Where more than one can be meant, none is",
        arguments: [
            "Talks between Veltrix and Norsonic failed, Veltrix said. Officials met Veltrix and Norsonic. The company declined to comment.",
            "The ministry said no. The company declined to comment.",
            "Officials at the Ministry of Defence spoke. The company declined to comment.",
            "Veltrix said no. The company that makes the engine declined to comment.",
        ])
    func ambiguous(_ text: String) {
        #expect(!entities(text).contains { $0.mentions.contains { $0.form == .description && $0.text == "The company" } }, "\(text)")
    }

    @Test("A Chinese company is not the one that the text puts in America")
    func homesMustAgree() {
        let text = "MatX, an American company, said it would hire. The Chinese firm declined to comment."
        #expect(!entities(text).contains { $0.mentions.contains { $0.form == .description } })
    }

    private func described(_ key: String, in text: String) throws -> [String] {
        try entity(key, in: text).mentions.filter { $0.form == .description }.map(\.text)
    }

    @Test("A description that says more than the company is not taken for the one at the head where another was dealt with")
    func theOtherOne() {
        let text = "Intel has put money into SambaNova after talks. The Californian firm raised $350 million."
        #expect(!entities(text).contains { $0.mentions.contains { $0.form == .description } })
    }

    @Test("What the text says later of where a body is at home tells whom a description meant")
    func saidLater() throws {
        let text =
            "Intel has put money into SambaNova after talks. The Californian firm raised $350 million. SambaNova is a company based in California."
        #expect(try described("sambanova", in: text) == ["The Californian firm"])
    }

    @Test("A description is of the body that is at home there, whoever speaks")
    func atHomeThere() throws {
        let text = "Boeing delivered three jets to Ryanair. Ryanair said the American company had kept its word."
        #expect(try described("boeing", in: text) == ["the American company"])
    }

    @Test("A ministry of another name is not meant")
    func otherMinistry() {
        let text = "The Indian Navy bought three drones. They fly at sea, the defence ministry said."
        #expect(!entities(text).contains { $0.mentions.contains { $0.form == .description } })
    }

    @Test("Acronyms and short forms belong to the whole name")
    func shortForms() throws {
        let acronym = try entity(
            "world health organization", in: "The World Health Organization (WHO) sent doctors. The WHO said 90 people were ill.")
        #expect(acronym.kind == .organisation && acronym.aliases == ["WHO"] && acronym.mentions.count == 3)
        let team = try entity("calder rovers", in: "Calder Rovers drew on Sunday. Both Rovers goals came late.")
        #expect(team.aliases == ["Rovers"])
        let initials = try entity("advanced micro devices", in: "Advanced Micro Devices reported a record. Shares of AMD fell.")
        #expect(initials.aliases == ["AMD"])
    }
}
