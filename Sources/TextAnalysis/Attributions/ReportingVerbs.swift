/// Verbs that put words in somebody's mouth, folded, in the forms news prose uses.
enum ReportingVerbs {
    /// May stand before or after the words said.
    static let speech = Stopwords.set(
        """
        said says say tells told adds added answered answers replied replies reply asked asks announced announces states stated state
        argued argues argue wrote writes write explained explains explain noted notes note warned warns warn
        sagte sagt sagten erklarte erklart teilte meint meinte observe dit disent affirme declare explique estime ajoute annonce
        """)
    /// Take a statement or an object, with the source as subject.
    static let claiming = Stopwords.set(
        """
        confirmed confirms accused accuses denied denies deny claimed claims claim alleged alleges insisted insists acknowledged acknowledges
        admitted admits conceded concedes estimated estimates estimate predicted predicts forecast believe believes believed reported
        report suggest suggests suggested described describes pointed caution cautioned cautions reckon reckons expects expect called calls maintains maintained
        revealed reveals testified testifies disclosed disclosed urged urges hinted hint hints complain complained complains promised promises
        rejected rejects disputes disputed criticised criticized welcomed contends contended asserted asserts observed observes found finds
        concluded concludes counts count showed shows attributed attributes
        meldete meldet meldeten wirft werfen bestatigte bestatigt bestreitet bestritt kritisiert behauptet
        demande demandait accuse confirme dement assure soutient annoncait disait
        """)
    static let all = speech.union(claiming)
    /// After these words a verb form is passive and names no source: "is said to", "were told".
    static let passiveAuxiliaries = Stopwords.set("is are was were be been being wurde wird werden wurden est sont ete")
}
