/// Nouns that mark a person by office.
enum PersonWords {
    static let offices = Stopwords.set(
        """
        executive chief president chairman chairwoman chair secretary minister director head founder co-founder founders analyst professor lecturer researcher
        historian economist lawyer colleague friend neighbour spokesman spokeswoman spokesperson engineer scientist senator representative governor officer commander general
        ambassador editor author fellow expert boss patron investor manager physicist lieutenant admiral colonel judge runs follows teaches
        """)
}
