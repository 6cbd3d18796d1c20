//! Chapter 7: images, lines and text as they are printed.

rules! { P07:
    /// Far too coarse an image.
    IMAGE_LOW = Error "P0701", Images, Contents, Press {
        ko: "이미지가 {ppi}ppi입니다({width}×{height}px)",
        en: "an image has {ppi} ppi ({width} × {height} px)",
        help_ko: "{want}ppi 아래는 인쇄할 수 없습니다. 화소가 더 많은 원본으로 바꾸거나 더 작게 놓으세요",
        help_en: "under {want} ppi cannot be printed; use an original with more pixels, or place it smaller",
    }
    /// A coarse image.
    IMAGE_COARSE = Warning "P0702", Images, Contents, Press {
        ko: "이미지가 {ppi}ppi입니다({width}×{height}px)",
        en: "an image has {ppi} ppi ({width} × {height} px)",
        help_ko: "{want}ppi 이상이 좋습니다. 더 큰 원본이 있으면 바꾸세요",
        help_en: "{want} ppi or more is better; replace it if there is a larger original",
    }
    /// Coarse line art.
    LINE_ART = Warning "P0703", Images, Contents, Press {
        ko: "선화(1비트 이미지)가 {ppi}ppi입니다",
        en: "line art (1 bit) has {ppi} ppi",
        help_ko: "선화는 {want}ppi 이상이어야 계단이 보이지 않습니다",
        help_en: "line art needs {want} ppi or more, or steps show",
    }
    /// Thin strokes.
    STROKE = Error "P0704", Strokes, Contents, Press {
        ko: "선 두께가 {found}pt입니다",
        en: "a line is {found} pt thick",
        help_ko: "{want}pt 이상으로 하세요. 더 가는 선은 인쇄에서 끊깁니다",
        help_en: "make it {want} pt or more; thinner lines break in print",
    }
    /// Small text.
    SMALL_TEXT = Error "P0705", Text, Contents, Press {
        ko: "글자가 {found}pt입니다",
        en: "text is {found} pt",
        help_ko: "{want}pt 이상으로 하세요. 한 가지 잉크로 찍는 글자는 그 3분의 2까지 찍힙니다",
        help_en: "make it {want} pt or more; text in one ink prints down to two thirds of that",
    }
    /// Text at the trim.
    TEXT_NEAR_TRIM = Error "P0706", Text, Contents, Press {
        ko: "글자가 재단선에서 {found}mm입니다: {side}",
        en: "text is {found} mm from the trim: {side}",
        help_ko: "{want}mm 이상 안쪽에 두세요. 재단에 잘릴 수 있습니다",
        help_en: "keep it {want} mm inside, or it may be cut",
    }
    /// Black text that is not K alone.
    BLACK_TEXT = Error "P0707", Text, Contents, Press {
        ko: "검은 글자가 먹 1도가 아닙니다: {found}",
        en: "black text is not K alone: {found}",
        help_ko: "K 100%만 쓰세요",
        help_en: "use K 100 % alone",
    }
    /// Black text that knocks out.
    BLACK_KNOCKOUT = Warning "P0708", Text, Contents, Press {
        ko: "먹 글자가 겹쳐 찍기(overprint)가 아닙니다",
        en: "black text does not overprint",
        help_ko: "InDesign에서는 [검정(Black)] 견본을 쓰고 환경 설정의 Appearance of Black에서 Overprint [Black] Swatch at 100%를 켜세요. Illustrator에서는 Attributes 패널의 Overprint Fill을 켭니다. 파일에는 OP true, OPM 1, DeviceCMYK로 적힙니다",
        help_en: "in InDesign use the swatch [Black] and switch on Preferences > Appearance of Black > Overprint [Black] Swatch at 100%; in Illustrator switch on Overprint Fill in the Attributes panel; the file then says OP true, OPM 1, DeviceCMYK",
    }
    /// White that overprints.
    WHITE_OVERPRINT = Error "P0709", Anything, Plates, Press {
        ko: "흰색이 겹쳐 찍기로 되어 있어 인쇄하면 사라집니다",
        en: "white overprints, so it vanishes in print",
        help_ko: "흰색을 골라 Attributes 패널의 Overprint Fill(선이면 Overprint Stroke)을 끄세요",
        help_en: "select what is white and switch off Overprint Fill (Overprint Stroke for lines) in the Attributes panel",
    }
    /// Small text in four colours.
    FOUR_COLOUR_TEXT = Error "P0710", Text, Contents, Press {
        ko: "작은 글자({size}pt)가 네 가지 잉크로 찍힙니다: {found}",
        en: "small text ({size} pt) is built of four inks: {found}",
        help_ko: "{want}pt 아래 글자는 먹 1도나 두세 가지 잉크로 하세요",
        help_en: "under {want} pt use K alone, or two or three inks",
    }
    /// Text beyond the bleed.
    TEXT_OUTSIDE = Warning "P0711", Text, Contents, Press {
        ko: "글자가 도련 밖에 있습니다",
        en: "text stands outside the bleed",
        help_ko: "재단하면 없어집니다. 쪽에 들어갈 글자라면 안으로 옮기세요. 작업 메모라면 그대로 두어도 됩니다",
        help_en: "it is cut away; move it inside if it belongs to the page, and leave it if it is a note on the job",
    }
    /// Thin lines on several plates.
    THIN_INKS = Warning "P0712", Strokes, Contents, Press {
        ko: "가는 선({found}pt)이 잉크 {inks}가지로 찍힙니다",
        en: "a thin line ({found} pt) is printed with {inks} inks",
        help_ko: "{want}pt 아래 선은 잉크 하나로 하세요. 판이 조금만 어긋나도 번져 보입니다",
        help_en: "under {want} pt use one ink; a plate a little off shows",
    }
    /// Small text on several plates.
    SMALL_INKS = Warning "P0713", Text, Contents, Press {
        ko: "작은 글자({found}pt)가 잉크 {inks}가지로 찍힙니다",
        en: "small text ({found} pt) is printed with {inks} inks",
        help_ko: "{want}pt 아래 글자는 잉크 하나나 둘로 하세요",
        help_en: "under {want} pt use one ink, or two",
    }
    /// Small reversed text on several plates.
    REVERSED = Warning "P0714", Text, Plates, Press {
        ko: "잉크 {inks}가지 바탕에 작은 흰 글자({found}pt)가 있습니다",
        en: "small white text ({found} pt) stands in {inks} inks",
        help_ko: "{want}pt 아래 흰 글자는 잉크 하나나 둘 바탕에 두거나 더 크게 하세요. 글자가 메워집니다",
        help_en: "under {want} pt put it in one ink or two, or make it larger; it fills in",
    }
    /// A coarse mask.
    MASK_COARSE = Warning "P0715", Images, Contents, Press {
        ko: "그림의 마스크가 {ppi}ppi입니다",
        en: "the mask of an image has {ppi} ppi",
        help_ko: "가장자리가 계단으로 보입니다. {want}ppi 이상의 마스크로 바꾸세요",
        help_en: "its edges show steps; use a mask of {want} ppi or more",
    }
    /// Black whose overprint does nothing.
    OVERPRINT_LOST = Warning "P0716", Anything, Contents, Press {
        ko: "먹의 겹쳐 찍기가 격리된 투명 그룹 안에 있어 듣지 않습니다",
        en: "black overprints inside an isolated group, where that does nothing",
        help_ko: "그룹 밖으로 빼거나 격리(isolated)를 풀어 내보내세요. 바탕이 흰색으로 파입니다",
        help_en: "take it out of the group, or make the group one that is not isolated; the ground is knocked out",
    }
    /// A plate that is no ink and knocks out.
    TECHNICAL_KNOCKOUT = Warning "P0717", Spots, Contents, Press {
        ko: "{name:이} 겹쳐 찍기가 아니어서 바탕을 파냅니다",
        en: "{name} does not overprint, so it knocks out what is below",
        help_ko: "칼선, 박, 코팅처럼 잉크가 아닌 판은 골라서 Attributes 패널의 Overprint Stroke(면이면 Overprint Fill)를 켜세요. 파일에는 OP true로 적힙니다. 되풀이하는 무늬(패턴) 안에서는 겹쳐 찍히지 않으니 무늬를 풀어 하나씩 그리세요",
        help_en: "select what is no ink (die lines, foil, varnish) and switch on Overprint Stroke (Overprint Fill for areas) in the Attributes panel; the file then says OP true; patterns do not overprint on most presses, so draw what is in them one by one",
    }
    /// Text a little nearer the trim than is asked.
    TEXT_CLOSE = Warning "P0718", Text, Contents, Press {
        ko: "글자가 재단선에서 {found}mm입니다: {side}",
        en: "text is {found} mm from the trim: {side}",
        help_ko: "{want}mm 이상 안쪽에 두는 것이 좋습니다. 재단이 밀리면 여백이 눈에 띄게 달라집니다",
        help_en: "{want} mm inside is better: where the cut is a little off, the margin is seen to be uneven",
    }
    /// A mask far too coarse.
    MASK_LOW = Error "P0719", Images, Contents, Press {
        ko: "그림의 마스크가 {ppi}ppi입니다",
        en: "the mask of an image has {ppi} ppi",
        help_ko: "가장자리가 계단으로 찍힙니다. 마스크를 {want}ppi 이상으로 해 다시 내보내세요",
        help_en: "its edges print as steps; export with masks of {want} ppi or more",
    }
    /// An area on a plate for lines.
    TECHNICAL_AREA = Warning "P0720", Spots, Contents, Press {
        ko: "{name:이} 선이 아니라 채운 면입니다",
        en: "{name} is a filled area and no line",
        help_ko: "칼과 줄은 선을 따라갑니다. 채움을 없애고 선만 남기세요",
        help_en: "blades and rules follow lines: take the fill away and leave the stroke",
    }
    /// Small text of one ink.
    SMALL_ONE_INK = Warning "P0721", Text, Contents, Press {
        ko: "한 가지 잉크로 찍히는 글자가 {found}pt입니다",
        en: "text in one ink is {found} pt",
        help_ko: "찍히기는 하지만 읽기 어렵습니다. 되도록 {want}pt 이상으로 하세요",
        help_en: "it prints, but is hard to read; make it {want} pt or more where you can",
    }
}
