/// Nouns that count the same sort of thing, so that "34 countries" and "35 governments" meet. General vocabulary of news prose.
enum UnitClasses {
    static func of(_ unit: String) -> String { classes[unit] ?? unit }

    private static let classes: [String: String] = {
        var result: [String: String] = [:]
        for row in rows {
            let words = row.split(separator: " ").map(String.init)
            for word in words { result[word] = words[0] }
        }
        return result
    }()

    private static let rows = [
        "country state government nation signatory land pays staat 国家",
        "chip processor unit gpu accelerator semiconductor prozessor puce 芯片",
        "account konto konten kont compt",
        "exchange query request prompt anfrage anfrag requet",
        "person people civilian man woman soldier resident inhabitant",
        "employee worker staff job",
        "company firm business corporation",
        "lab laboratory labor",
        "drone robot uav",
        "satellite spacecraft",
        "ship vessel carrier",
        "death fatality victim",
        "tonne ton",
        "model system",
        "principle rule",
        "customer buyer client",
        "suit lawsuit case complaint",
        "aircraft plane jet fighter",
    ]
}

/// Verbs and nouns of one kind of event, by English stem: what one source affirms with one of them another may deny with the next.
enum EventFamilies {
    static func of(_ stem: String) -> String? { families[stem] }

    private static let families: [String: String] = {
        var result: [String: String] = [:]
        for (family, stems) in rows { for stem in stems.split(separator: " ") { result[String(stem)] = family } }
        return result
    }()

    private static let rows = [
        ("trade", "buy bought purchas sell sold sale order deliv deliveri ship shipment acquir suppli arriv"),
        ("service", "oper deploy servic field commiss activ"),
        ("announce", "announc unveil declar announcement"),
        ("sue", "sue su suit lawsuit court litig complaint"),
        ("choose", "choos chose chosen pick select"),
        ("confirm", "confirm verifi proof prove proven evid"),
        ("sign", "sign endors signatori ratifi adopt"),
        ("found", "found establish"),
        ("raise", "rais invest bag"),
        ("agree", "agre agreement deal contract"),
        ("end", "end halt stop cancel withdraw withdrew"),
        ("attack", "attack strike hit"),
    ]
}
