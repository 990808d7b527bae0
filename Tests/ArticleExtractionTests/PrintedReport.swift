/// What pdftotext 22.12 (-enc UTF-8) makes of the sample library's PDF, quillhaven-institute/reports/verification-guide.pdf.
let printedReport = """
    Quillhaven Institute (fictional) | Report 2026-02

    Verifying limits on military AI: a reader's guide to the
    options
    Corvin Adeyemi-Holt and Ilse Marrant, 24 February 2026

    Summary. This guide sorts proposals for verifying limits on military artificial intelligence
    by what they would count: chips, training runs, models or behaviour. It recommends
    starting with behaviour.
    Counting chips. Processors are made in few places and can be tracked for a time. A
    working paper published in July 2025 by authors at RAND and other bodies describes six
    largely independent approaches, including security features in chips, monitoring devices
    next to them, and programmes for whistleblowers. The authors state that many of these
    have yet to be built or tested under stress.
    Counting training runs. Large runs have a visible appetite for power and for fast links
    between processors. An earlier paper, of November 2024, discusses ways to confirm
    that no such run is under way. Small models, including distilled ones, escape this net
    because they are cheap to train.
    Counting models. A model is a file. It can be copied without trace, and no inspection
    regime for files has ever worked. Distillation makes this harder, since a copied ability
    does not carry a serial number.
    Watching behaviour. States could agree on things that can be seen: no uncrewed
    aircraft within a set distance of another state's ships, notice before large exercises with
    swarms, a person named as responsible for every armed system.
    What each option costs. Inspections at data centres need access that no large power
    has offered so far. Devices next to chips need trust in the maker of the device.
    Programmes for whistleblowers cost little and protect few people unless a state wants
    them to work.
    Who could start. The declaration signed by 35 countries in A Coruña on 5 February
    contains no inspection, but it asks states to share information on oversight where
    security allows. A group of signatories could publish, each for itself, who approves the
    use of an armed system that acts without constant control. That would be a register, not
    a regime, and it would give later talks something to check.

    Sample page written for the Big Picture Brief software. The outlet is fictional, and some statements are wrong

    1

    \u{0C}Quillhaven Institute (fictional) | Report 2026-02

    What not to expect. No method in this guide would have told an outsider whether a
    given laboratory trained on another's answers. That is a question about contracts and
    logs. The company that runs the model holds the logs, and so far it is also the company
    that makes the claim.
    A test to apply. Of any proposal ask three things. Who sees the evidence? What would
    a false report look like? What happens to the honest state when another is caught?
    Proposals that answer only the first are surveys. Proposals that answer the first two are
    monitoring. Only those that answer all three deserve the word verification.
    Conclusion. The spread of small models weakens verification that rests on training, and
    leaves verification that rests on conduct almost untouched. We found no proposal tabled
    by a government.
    Notes. 1. The working paper and the earlier paper are described in our own words. 2. Sample page written for the Big Picture Brief
    software. The outlet is fictional, and some statements are wrong on purpose.

    Sample page written for the Big Picture Brief software. The outlet is fictional, and some statements are wrong

    2

    \u{0C}
    """
