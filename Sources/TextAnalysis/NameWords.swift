/// Words that tell what a name is of. Folded; common English, German and French vocabulary of institutions, offices and companies.
enum NameWords {
    /// Before a person's name.
    static let titles = Stopwords.set(
        """
        mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess sheikh general gen admiral colonel col major maj captain capt
        lieutenant lt sergeant president vice-president chancellor premier minister secretary senator sen representative rep congressman congresswoman
        governor gov mayor judge justice chairman chairwoman chair chief director commissioner ambassador under-secretary undersecretary spokesman
        spokeswoman speaker reverend rev father archbishop cardinal herr frau m mme mlle monsieur madame prasident prasidentin kanzler kanzlerin
        commander officer ministre president general minister ministerin analyst economist
        """)
    /// Heads of bodies; a following "of", "for" belongs to the name.
    static let bodies = Stopwords.set(
        """
        university ministry department office house institute institution council committee commission court bank board bureau centre center agency
        authority academy college school army navy force forces corps association federation union organisation organization party parliament
        congress senate assembly society foundation fund group company republic kingdom chamber league laboratory laboratories lab labs command
        administration service services museum library hospital museum club team trust exchange treasury embassy consulate network alliance
        ministere universite banque cour conseil centre institut ministerium universitat bundesamt behorde gericht verband
        """)
    /// Bodies known by one word.
    static let institutions = Stopwords.set("pentagon kremlin nato congress parliament bundestag bundesrat unesco opec interpol pentagone otan")
    /// Last word of a company's name; left out of its key.
    static let companySuffixes = Stopwords.set(
        """
        inc ltd llc plc corp corporation co company gmbh ag sa nv bv oy ab holdings holding group systems technologies technology labs ai semiconductor
        semiconductors industries international electronics networks software robotics motors
        """)
    /// Parts between a person's names.
    static let particles = Stopwords.set("de del della van von der den bin ibn al el la le du da dos di ter")
    /// Common given names (census lists), to know a person by.
    static let givenNames = Stopwords.set(
        """
        james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua
        kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
        benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry peter zachary kyle noah ethan
        jeremy walter christian keith roger terry sean arthur austin noel lawrence jesse joe bryan billy jordan albert dylan bruce pete elon sam dario
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle
        carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela shirley anna ruth brenda pamela nicole katherine
        samantha christine emma catherine virginia debra rachel janet maria heather diane julie joyce victoria kelly christina joan evelyn judith
        hans peter wolfgang klaus jurgen dieter angela ursula friedrich karl heinz jean pierre michel philippe alain jacques marie francois nicolas
        emmanuel louis mohammed muhammad ahmed ali hassan wei li xi wang zhang mike jim tom bill bob steve dan ben tim jeff greg alex max leo
        """)
    /// Capitals that name no one: general abbreviations.
    static let notNames = Stopwords.set(
        """
        ai tv ceo cfo cto it gpu gpus cpu cpus dna id pdf ki ia r&d ipo gdp hr pr mp mps phd a.m p.m am pm i ok faq vs correction exclusive update
        factbox analysis opinion editorial breaking watch live press notice contact series part chapter section phase
        """)
    /// Words that begin sentences in capitals and are no names; nouns and adverbs of news prose.
    static let starters = Stopwords.set(
        """
        officials critics analysts researchers lawyers delegates reports experts supporters opponents lawmakers members people sources investors
        diplomats engineers companies customers buyers exporters scientists specialists insiders nobody everybody somebody anyone everyone nothing
        something talks questions proposals copies papers claims yesterday today tomorrow earlier later recently instead meanwhile moreover therefore
        perhaps maybe asked according given despite including following last next first second third fourth one two three four five six seven eight
        nine ten eleven twelve twenty thirty forty fifty hundred thousand million half several dozens hundreds thousands millions distillation money
        memory fans shares sales work state local new old readers growers clients chips nearly almost about around roughly rival former fellow plucky let see say says said counting watching inside behind why how what who
        """)
}
