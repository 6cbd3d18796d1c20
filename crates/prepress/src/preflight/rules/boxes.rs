//! Chapter 4: page boxes, bleed and marks.

rules! { P04:
    /// No TrimBox.
    TRIM_MISSING = Error "P0401", Anything, Pages, X {
        ko: "재단 크기(TrimBox)가 없습니다",
        en: "the page has no TrimBox",
        help_ko: "문서 크기를 완성 크기로 하고 PDF/X로 내보내세요. 파일에는 TrimBox로 적힙니다",
        help_en: "make the document as large as the finished page and export it as PDF/X; the file then has a TrimBox",
    }
    /// Boxes not nested.
    BOXES = Error "P0402", Anything, TrimBox, Press {
        ko: "쪽 상자가 서로 맞지 않습니다: {inner:이} {outer} 밖으로 나갑니다",
        en: "the page boxes do not nest: {inner} leaves {outer}",
        help_ko: "쪽 크기와 도련을 다시 정해 내보내세요. TrimBox는 BleedBox 안에, BleedBox는 MediaBox 안에 있어야 합니다",
        help_en: "set the page size and the bleed and export again; TrimBox lies inside BleedBox, BleedBox inside MediaBox",
    }
    /// ArtBox.
    ART_BOX = Error "P0403", Anything, Pages, X {
        ko: "ArtBox가 있습니다",
        en: "the page has an ArtBox",
        help_ko: "PDF/X-4로 다시 내보내세요. 완성 크기는 TrimBox만으로 적습니다",
        help_en: "export as PDF/X-4; TrimBox alone says the finished size",
    }
    /// Pages of different finished sizes.
    SIZES = Error "P0404", Anything, TrimBox, Press {
        ko: "완성 크기가 다른 쪽과 다릅니다: {found}, 다른 쪽은 {usual}",
        en: "the finished size differs: {found}, other pages have {usual}",
        help_ko: "모든 쪽의 재단 크기를 같게 하세요",
        help_en: "give every page the same finished size",
    }
    /// Art at the trim with hardly any room for its bleed.
    BLEED = Error "P0405", Anything, TrimmedPlates, Press {
        ko: "재단선에 닿은 그림이 있는데 도련 자리가 모자랍니다: {side} {found}mm",
        en: "art touches the trim, and there is too little room for its bleed: {side} {found} mm",
        help_ko: "재단선에 닿는 배경과 그림을 {want}mm 더 늘리고 그만큼 도련을 두세요. 재단 크기(TrimBox)가 적혀 있지 않으면 보이는 쪽의 끝을 재단선으로 봅니다",
        help_en: "extend what touches the trim by {want} mm and leave that much bleed; without a TrimBox the page is taken to be cut where a viewer ends it",
    }
    /// Art stops short of the bleed that is asked.
    BLEED_REACH = Warning "P0406", Anything, TrimmedPlates, Press {
        ko: "재단선에 닿은 그림이 도련 끝까지 가지 않습니다({found}mm): {side}, 길이 {length}mm",
        en: "art touches the trim but has {found} mm of bleed: {side}, along {length} mm",
        help_ko: "배경과 그림을 도련 끝까지({want}mm) 늘리세요. 재단이 밀리면 흰 줄이 보입니다",
        help_en: "extend it to {want} mm beyond the trim, or a white line may show after cutting",
    }
    /// Marks expected.
    MARKS_MISSING = Error "P0407", MarksWanted, Contents, Press {
        ko: "재단선이 없습니다",
        en: "there are no printer's marks",
        help_ko: "내보낼 때 재단선과 맞춰찍기 표시를 넣으세요. 손으로 그린다면 도련 밖에 맞춰찍기 견본으로 그립니다(Separation All)",
        help_en: "export with crop and register marks; drawn by hand they stand outside the bleed in the swatch Registration (Separation All)",
    }
    /// Marks not expected.
    MARKS_FOUND = Warning "P0408", MarksUnwanted, Contents, Press {
        ko: "재단선이 있습니다",
        en: "there are printer's marks",
        help_ko: "재단선 없이 다시 내보내세요. jikji로 만든 파일이면 marks = false로 다시 만드세요",
        help_en: "export without marks; a file built by jikji is built again with marks = false",
    }
    /// A page that is turned and others are not.
    ROTATED = Warning "P0409", Anything, Pages, Press {
        ko: "쪽이 {found}도 돌려져 있습니다. 다른 쪽은 {usual}도입니다",
        en: "the page is turned by {found}°, other pages by {usual}°",
        help_ko: "모든 쪽을 같은 방향(Rotate)으로 내보내세요. 터잡기 프로그램에 따라 쪽이 눕거나 뒤집힙니다",
        help_en: "export every page with the same Rotate; imposition may lay it on its side or head",
    }
    /// A page with nothing on it.
    EMPTY_PAGE = Warning "P0410", Anything, Contents, Press {
        ko: "쪽에 아무것도 찍히지 않습니다",
        en: "nothing is printed on the page",
        help_ko: "빠진 쪽이 아닌지 확인하세요. 쪽수를 4의 배수로 맞추는 빈 쪽 셋까지는 알리지 않습니다",
        help_en: "check that nothing is missing; up to three that make the number of pages a multiple of 4 are not told",
    }
    /// Art that has hardly any bleed.
    NO_BLEED = Error "P0411", Anything, TrimmedPlates, Press {
        ko: "재단선에 닿은 그림의 도련이 {found}mm뿐입니다: {side}, 길이 {length}mm",
        en: "art at the trim has no more than {found} mm of bleed: {side}, along {length} mm",
        help_ko: "배경과 그림을 도련 끝까지({want}mm) 늘리세요. 재단이 조금만 밀려도 흰 줄이 보입니다",
        help_en: "extend it to {want} mm beyond the trim: a cut that is a little off shows white paper",
    }
    /// Boxes and turns that make no sense.
    BOX_SENSE = Error "P0412", Anything, Pages, Press {
        ko: "쪽의 {what} 값이 말이 되지 않습니다: {found}",
        en: "the page's {what} makes no sense: {found}",
        help_ko: "쪽 크기를 정해서 다시 내보내세요. 변은 14400단위(200인치)까지, Rotate는 90의 배수입니다",
        help_en: "export with a page size: sides are 14400 units (200 in) at most, Rotate is a multiple of 90",
    }
    /// Art at the trim with a little less room for its bleed than is asked.
    BLEED_NARROW = Warning "P0413", Anything, TrimmedPlates, Press {
        ko: "재단선에 닿은 그림이 있는데 도련 자리가 조금 모자랍니다: {side} {found}mm",
        en: "art touches the trim, and there is a little less room for its bleed than asked: {side} {found} mm",
        help_ko: "{want}mm가 좋습니다. 인쇄소가 이대로 받는지 확인하세요",
        help_en: "{want} mm is better; ask the shop whether it takes this",
    }
    /// Art whose colour changes at the trim.
    BLEED_CHANGES = Warning "P0414", Anything, TrimmedPlates, Press {
        ko: "재단선 바로 바깥에서 색이 바뀝니다: {side}, 길이 {length}mm",
        en: "the colour changes right at the trim: {side}, along {length} mm",
        help_ko: "도련에는 안쪽 그림을 그대로 늘려 넣으세요. 재단이 조금만 밀려도 바깥 색이 줄로 보입니다",
        help_en: "carry the art itself on into the bleed: a cut that is a little off shows a strip of the other colour",
    }
    /// Art that ends just inside of the trim.
    SLIVER = Warning "P0415", Anything, TrimmedPlates, Press {
        ko: "그림이 재단선에서 {found}mm 안쪽에서 끝납니다: {side}, 길이 {length}mm",
        en: "art ends {found} mm inside of the trim: {side}, along {length} mm",
        help_ko: "끝까지 찍을 그림이면 도련까지 늘리고, 아니면 더 안으로 들이세요. 이대로는 가장자리에 흰 줄이 남습니다",
        help_en: "extend it into the bleed, or keep it well inside: as it is a strip of white paper is left at the edge",
    }
}
