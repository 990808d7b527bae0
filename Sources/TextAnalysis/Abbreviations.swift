/// What a full stop after it does not end. Folded, without the last stop.
enum Abbreviations {
    /// Always followed by what they announce: titles, "No.", "e.g.".
    static let neverFinal = Stopwords.set(
        """
        mr mrs ms dr prof gen lt col maj capt cmdr adm sgt sen rep gov hon rev st mt ft pres supt insp messrs mme mlle
        e.g i.e cf vs viz fig figs eq no nos vol pp ch sec art p
        z.b d.h u.a o.a bzw ca nr hr fr abs vgl bd hrsg geb mio mrd usf
        """)
    /// May end a sentence: only a function word or a quotation after them says so.
    static let maybeFinal = Stopwords.set(
        "inc ltd co corp plc bros jr sr etc al a.m p.m est dept univ assn ave blvd rd usw e.v a.d b.c approx u.s u.k u.n e.u d.c ph.d")
    /// Stand before a day or a year.
    static let months = Stopwords.set("jan feb mar apr jun jul aug sep sept oct nov dec janv fevr avr juil dez okt marz mai")
}
