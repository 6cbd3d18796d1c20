//! Why something of a file is not in the manifest as it stands there, in Korean and English.

use jikji_diagnostic::worded;
use serde::Serialize;

worded! {
    /// Why something is not in the manifest as it is in the file.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "kebab-case")]
    Why {
        Characters: "보이지 않거나 쓸 수 없는 글자", "characters that show nothing or cannot be used";
        HeadingMark: "제목 표시", "the mark of a heading";
        ListMark: "글머리 기호", "the mark of a list item";
        Dashes: "줄의 앞뒤를 감싼 줄표", "the dashes before and behind a line";
        Sign: "제목 앞의 기호", "the sign before a title";
        Number: "부와 절의 번호", "the number of a part or section";
        Leader: "차례의 점선과 쪽 번호", "leaders and page number of the contents list";
        Escape: "글자를 글자로 읽게 하는 `\\`", "a backslash before a sign";
        Entity: "`&…;`로 적은 글자", "a character written as an entity";
        Tag: "HTML 태그", "an HTML tag";
        Emphasis: "강조 표시", "the marks of emphasis";
        EmphasisWhole: "문단 전체의 강조(모양은 레이아웃이 정함)",
            "emphasis of a whole paragraph (the layout says how it looks)";
        EmphasisLost: "그 자리에 쓸 수 없어 뺀 강조", "emphasis that cannot be written there";
        Code: "코드 표시(`)", "backticks";
        LinkMark: "링크 표시", "the marks of a link";
        LinkAddress: "링크 주소(링크에 남음)", "the address of a link (kept in it)";
        LinkLost: "링크할 수 없는 주소", "an address that cannot be linked";
        Picture: "그림 파일의 이름", "the file of a picture";
        NoteMark: "주석 표시(`[^1]`로 바꿈)", "the mark of a note (now `[^1]`)";
        PictureMoved: "표나 주석 안의 그림(그 아래로 옮김)", "a picture inside a table or note (moved below it)";
        PictureTurned: "그림을 PNG로 바꿈", "a picture turned into PNG";
        KeyLabel: "핵심 내용의 이름(레이아웃이 넣음)", "the label of the key points (the layout sets it)";
        SourceLabel: "출처의 이름(레이아웃이 넣음)", "the label of the sources (the layout sets it)";
        SourceMark: "출처의 항목을 나누는 표시", "what parts the fields of a source";
        SourceDate: "출처의 날짜(`date`로 옮김)", "the date of a source (now `date`)";
        TitleLabel: "제목의 이름(레이아웃이 정함)", "the label of the title";
        Label: "항목의 이름", "the label of a field";
        Month: "호수(`[issue]`로 옮김)", "the month of the number (now `[issue]`)";
        TableMark: "표의 칸 표시", "the marks of a table";
        TableBox: "칸이 한 줄인 표(글로 옮김)", "a table of one column (its text stands as text)";
        TableLine: "글이 한 줄뿐인 표(글로 옮김)", "a table with words in one row (they stand as text)";
        TableInner: "표 안의 표(글로 옮김)", "a table inside a table (its text stands as text)";
        TableTitle: "표 전체에 걸친 첫 줄(표의 제목으로 함)", "a first row over the whole table (now its caption)";
        TableRepeated: "합친 칸의 글을 칸마다 되풀이함", "the words of a merged cell, written in each cell";
        TableHeads: "표의 머리 두세 줄을 한 줄로 함", "the rows of a table's head, put into one";
        TableEdges: "조금 어긋난 칸의 선을 하나로 맞춤",
            "lines between cells that stand a little apart, taken for one";
        TableColumn: "글이 없는 열", "a column without words";
        TableMerged: "합친 칸(글은 첫 칸에만 둠)", "merged cells (their text stands in the first)";
        TableChart: "차트(표로 옮김)", "a chart (it stands as a table)";
        TableRule: "표의 머리 밑줄", "the rule under a table's head";
        TableHead: "행사표의 머리(레이아웃이 넣음)", "the head of the event table (the layout sets it)";
        Period: "기간의 표기", "the form of the days";
        Scheme: "주소 앞에 `https://`를 넣음", "`https://` put before an address";
        Generated: "파일이 자동으로 매긴 번호를 글자로 적음", "a number that the file generates, written out";
        TitleNumber: "파일이 자동으로 매긴 제목의 번호", "the number that the file generates for a title";
        HeadingSize: "글자 크기로 알아본 제목", "a heading, by the size of its letters";
        Joined: "윗줄에 이어 붙임", "joined to the line above";
        Level: "글머리 단계를 맞춤", "the level of a list item";
        SameTitle: "같은 제목을 구별하는 번호", "a number that tells equal titles apart";
        ContentsHeading: "차례의 이름(레이아웃이 만듦)",
            "the heading of the contents list (the layout makes it)";
        ContentsLine: "차례의 줄(레이아웃이 만듦)", "a line of the contents list (the layout makes it)";
        GroupHeading: "차례에 있는 부나 절의 제목을 되풀이함", "repeats the title of a part or section";
        EmptyGroup: "글이 없는 부나 절", "a part or section without articles";
        EmptyArticle: "본문이 없는 제목", "a title without a text";
        Duplicate: "앞의 글과 똑같음", "the same as an earlier article";
        Empty: "남는 글이 없음", "nothing is left to show";
        Masthead: "머리말에 넣을 항목이 없음", "no field of the masthead takes it";
        Beside: "행사표에 넣을 항목이 없음", "no field of the event table takes it";
        NoField: "레이아웃에 넣을 항목이 없음", "the layout has no field for it";
        PageNumber: "쪽 번호", "a page number";
        RunningHead: "쪽마다 되풀이되는 머리말", "a running head";
        Rule: "가로줄", "a rule";
        Comment: "HTML 주석", "an HTML comment";
        Fence: "코드 울타리(```)", "a code fence";
        FrontMatter: "파일 앞의 설정", "front matter";
        Header: "쪽의 머리말", "a header";
        Footer: "쪽의 꼬리말", "a footer";
        MasterPage: "바탕쪽", "a master page";
        Deleted: "지운 글(변경 추적)", "deleted text (tracked changes)";
        Inserted: "넣은 글(변경 추적)을 본문으로 함", "inserted text (tracked changes), now part of the text";
        Memo: "메모", "a memo";
        HiddenComment: "숨은 설명", "a hidden comment";
        HiddenText: "숨긴 글자", "hidden text";
        Moved: "옮긴 글의 옛 자리(변경 추적)", "the old place of moved text (tracked changes)";
        FieldCode: "필드의 코드", "the code of a field";
        Prompt: "누름틀의 안내문", "what a place to fill in asks for";
        Bookmark: "책갈피", "a bookmark";
        IndexMark: "찾아보기 표시", "a mark for the index";
        Equation: "수식을 글로 옮김", "an equation, now its script as text";
        Overlap: "겹친 글자를 차례로 적음", "overlapping characters, now one after the other";
        Gloss: "덧말을 괄호에 넣음", "a gloss above words, now in brackets";
        TextBox: "글상자의 글을 본문으로 함", "a text box, now part of the text";
        WordArt: "글맵시를 글로 옮김", "word art, now text";
        FormObject: "양식 개체", "a control of a form";
        Embedded: "다른 프로그램의 개체(차트 등)", "an object of another program, such as a chart";
        Video: "동영상", "a video";
        Drawing: "글이 없는 그리기 개체", "a drawing without words";
        UnknownControl: "알 수 없는 개체의 글을 본문으로 함", "an unknown object, its words now text";
        Description: "개체의 설명문", "the description of an object";
        ChartAxis: "차트 축의 이름", "the names of a chart's axes";
        ChartWords: "차트 안의 이름과 값", "the labels and values of a chart";
        Diagram: "도해(SmartArt)의 글을 본문으로 함", "the words of a diagram (SmartArt), now part of the text";
        Raised: "위첨자와 아래첨자를 보통 글자로 적음", "raised or lowered letters, now ordinary ones";
        SymbolFont: "기호 글꼴의 글자를 같은 기호로 바꿈", "a letter of a font of signs, now the sign itself";
        NoteSign: "주석의 표시(번호로 바꿈)", "the sign of a note (now a number)";
        Inset: "끼워 넣은 다른 파일", "another file that is put in";
        Aside: "본문에 속하지 않는 부분", "a part that does not belong to the body";
        Unclaimed: "넣을 자리를 찾지 못함", "no place was found for it";
    }
}

impl Why {
    /// Whether it is about the file's notation alone: the words of the line are all there.
    pub fn is_notation(self) -> bool {
        matches!(self, Self::HeadingMark | Self::ListMark | Self::Escape | Self::TableMark)
    }

    /// Whether nothing is lost by it that an author would miss: its words stand elsewhere, or the layout sets them.
    pub fn is_routine(self) -> bool {
        self.is_notation()
            || matches!(
                self,
                Self::Characters
                    | Self::Sign
                    | Self::Number
                    | Self::Entity
                    | Self::Tag
                    | Self::Emphasis
                    | Self::Code
                    | Self::LinkMark
                    | Self::LinkAddress
                    | Self::NoteMark
                    | Self::KeyLabel
                    | Self::SourceLabel
                    | Self::SourceMark
                    | Self::SourceDate
                    | Self::Rule
                    | Self::TableRule
                    | Self::Fence
            )
    }

    /// Whether what it left out is no text of the author's, so that how many there were says enough.
    pub fn is_counted(self) -> bool {
        matches!(
            self,
            Self::Drawing | Self::FieldCode | Self::Bookmark | Self::IndexMark | Self::Description
        )
    }
}
