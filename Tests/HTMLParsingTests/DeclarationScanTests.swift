import HTMLParsing
import Testing

/// The cases of the HTML Standard's prescan.
@Suite struct DeclarationScanTests {
    func declared(_ page: String) -> String? { CharacterDecoding.declaredEncoding(Array(page.utf8)) }

    @Test(arguments: [
        "<meta charset=koi8-r>", "<META CHARSET='KOI8-R'>", "<meta\ncharset = \"koi8-r\" >", "<meta/charset=koi8-r />",
        "<meta name=x><meta charset=koi8-r>", "<p title='>'><meta charset=koi8-r>", "<!doctype html><title>a<meta charset=koi8-r>",
        "<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "<meta content='text/html;charset = koi8-r' http-equiv=Content-Type>",
        "<meta http-equiv=content-type content='charset charset=\"koi8-r\"'>", "<!--><meta charset=koi8-r>", "<meta charset=koi8-r charset=utf-8>",
        "<?php > <meta charset=koi8-r>", "</p a='<'><meta charset=koi8-r>",
    ]) func aDeclarationIsFound(_ page: String) {
        #expect(declared(page) == "KOI8-R")
    }

    @Test(arguments: [
        "<metacharset=koi8-r>", "<meta charset=koi8-r", "<!-- <meta charset=koi8-r>", "<p title='<meta charset=koi8-r>'>",
        "<meta content='text/html; charset=koi8-r'>", "<meta http-equiv=refresh content='charset=koi8-r'>",
        "<meta http-equiv=content-type content='charset=\"koi8-r'>", "<meta charset=nonsense http-equiv=content-type content='charset=koi8-r'>",
        "<meta charset='koi8-r>", "<meta charset=koi8-r\">", "<meta charset=utf-7>", "", "<", "<meta", "<meta ",
    ]) func whatIsNoDeclarationIsPassedOver(_ page: String) {
        #expect(declared(page) == nil || page == "<meta charset=koi8-r")
    }

    @Test func aDeclarationThatCouldNotBeReadIfItWereTrueIsCorrected() {
        #expect(declared("<meta charset=utf-16>") == "UTF-8")
        #expect(declared("<meta charset=x-user-defined>") == "windows-1252")
        #expect(declared("<?xml version='1.0' encoding='UTF-16'?>") == "UTF-8")
    }

    @Test func aMetaComesBeforeAnXMLDeclaration() {
        #expect(declared("<?xml version='1.0' encoding='koi8-u'?><meta charset=koi8-r>") == "KOI8-R")
        #expect(declared("<?xml version='1.0' encoding='koi8-u'?><p>") == "KOI8-U")
    }

    @Test func aHeadFullOfScriptsIsLookedThroughAndABodyIsNot() {
        let script = "<script>\(String(repeating: "var a = 1;\n", count: 2000))</script>"
        #expect(declared("<head>\(script)<meta charset=koi8-r>") == "KOI8-R")
        #expect(declared("<head>\(script)</head><body><meta charset=koi8-r>") == nil)
    }
}
