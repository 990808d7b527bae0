/// Parts of countries and large cities, folded → key of the country. US states and Canadian provinces by their official lists;
/// cities: the largest of the states most written about.
enum Regions {
    static let countries: [String: String] = {
        var result: [String: String] = [:]
        for (country, places) in rows { for place in places.split(separator: ",") { result[String(place)] = country } }
        return result
    }()

    /// Folded adjective → key of the region.
    static let adjectives: [String: String] = [
        "californian": "california", "texan": "texas", "bavarian": "bavaria", "siberian": "siberia", "catalan": "catalonia", "new yorker": "new york",
    ]

    private static let rows: [(String, String)] = [
        (
            "united states",
            """
            alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,\
            louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,\
            new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,\
            texas,utah,vermont,virginia,west virginia,wisconsin,wyoming,san francisco,los angeles,new york city,chicago,boston,seattle,houston,\
            dallas,austin,san diego,silicon valley,mountain view,santa clara,palo alto,san jose,philadelphia,atlanta,denver,miami,detroit
            """
        ),
        ("canada", "ontario,quebec,british columbia,alberta,manitoba,saskatchewan,nova scotia,toronto,montreal,vancouver"),
        (
            "china",
            """
            shanghai,shenzhen,guangzhou,hangzhou,nanjing,wuhan,chengdu,chongqing,tianjin,dalian,hainan,sanya,guangdong,zhejiang,jiangsu,sichuan,\
            hubei,hunan,fujian province,xinjiang,tibet,上海,深圳,广州,杭州,南京,武汉,成都,重庆,天津
            """
        ),
        ("germany", "bavaria,munich,hamburg,frankfurt,cologne,stuttgart,dresden,leipzig"),
        ("france", "lyon,marseille,toulouse,nice,strasbourg,bordeaux,lille"),
        ("united kingdom", "manchester,birmingham,edinburgh,glasgow,belfast,cardiff,oxford,cambridge"),
        ("spain", "barcelona,catalonia,galicia,valencia,seville,a coruna"),
        ("switzerland", "geneva,zurich,davos,basel,lausanne"),
        ("netherlands", "the hague,rotterdam,eindhoven"),
        ("japan", "osaka,kyoto,nagoya,yokohama,fukuoka"),
        ("south korea", "busan,incheon"),
        ("india", "mumbai,bangalore,bengaluru,chennai,hyderabad,kolkata"),
        ("italy", "milan,turin,naples"),
        ("russia", "saint petersburg,siberia"),
        ("brazil", "sao paulo,rio de janeiro"),
        ("australia", "sydney,melbourne,perth,brisbane"),
        ("turkey", "istanbul"),
        ("united arab emirates", "dubai"),
        ("pakistan", "karachi,lahore"),
        ("nigeria", "lagos"),
    ]
}
