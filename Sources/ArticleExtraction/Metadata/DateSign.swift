/// What speaks for a day being the one of publication. The numbers are those of `DateWeights`.
enum DateSign: Int, CaseIterable, Sendable {
    case linkedPublished, linkedCreated, linkedModified, linkedUncertain, linkedElsewhere
    case openGraphPublished, openGraphModified, property, propertyCreated, propertyModified, classPublished, classModified
    case metaPublished, metaDate, metaModified, scriptPublished, scriptModified
    case timePublished, timeNearTitle, timeAboveTitle, timeFirst, timeInText, timeElsewhere
    case labelPublished, labelUpdated, bylineZone, belowTitle, aboveTitle, textStart, textEnd, afterText, furniture, comments, elsewhere
    case alone, insideProse, isLink, firstVisible, lastVisible, visible, repeated
    case inAddress, monthInAddress, yearInAddress, neighbour
    case earliestDeclared, latestDeclared, earliest, latest, declaredByTwo, confirmed, shortYear, withTime, copyrightYear, imageMonth
    case inTitle, onlyOne, localDay, onlyUTC, soleDeclared
}

/// What a word before a date says of it.
enum DateLabels {
    /// The label nearest to the date.
    /// - Parameter text: what stands before it.
    static func sign(before text: some BidirectionalCollection<UInt8>) -> DateSign? {
        let bytes = Array(text.suffix(40))
        for place in bytes.indices.reversed() {
            if updated.length(in: bytes, at: place) > 0 { return .labelUpdated }
            if published.length(in: bytes, at: place) > 0 { return .labelPublished }
        }
        return nil
    }

    static let published = Phrases([
        "published", "posted", "publish date", "publication date", "date:", "on:", "first published", "released", "created", "issued", "written on",
        "veröffentlicht", "erschienen", "erstellt", "publiziert", "vom ", "am ", "datum", "geschrieben", "eingestellt", "pressemitteilung",
        "publié", "paru", "mis en ligne", "posté", "publicado", "fecha", "publicada", "pubblicato", "pubblicata", "data", "publicação",
        "gepubliceerd", "geplaatst", "opublikowan", "dodano", "опубликован", "дата", "publicerad", "publisert", "udgivet", "julkaistu",
        "yayın", "megjelent", "发布", "发表", "時間", "时间", "公開", "掲載", "投稿", "입력", "등록", "δημοσ",
    ])
    static let updated = Phrases([
        "updated", "update:", "modified", "last change", "revised", "edited", "changed", "reviewed", "aktualisiert", "geändert", "bearbeitet",
        "stand:", "stand ", "letzte änderung", "zuletzt", "überarbeitet", "mis à jour", "modifié", "màj", "actualizado", "actualizada",
        "aggiornato", "aggiornata", "ultima modifica", "atualizado", "atualizada", "bijgewerkt", "zaktualizowan", "aktualizacja", "обновлен",
        "изменен", "uppdaterad", "oppdatert", "opdateret", "päivitetty", "güncelle", "frissít", "更新", "수정", "ενημερ",
    ])
    static let rights = Phrases(["©", "copyright", "(c)", "&copy;"])
}
