package org.parley.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the comparison of texts and names in several scripts. */
class TextAnalysisTest {

    @ParameterizedTest
    @CsvSource({"Əliyev,eliyev", "İLHAM,ilham", "Iğdır,igdir", "Łódź,lodz", "Øresund,oresund", "Straße,strasse", "Đorđe,dorde", "Þór,thor",
            "Ærø,aero", "Sanaʿa,sanaa", "co\u00ADoperation,cooperation", "Зеленский,зеленскии", "ΑΘΗΝΑΣ,αθηνασ", "Ｆｕｌｌ,full"})
    void plainText(String text, String plain) {
        assertEquals(plain, TextAnalysis.plain(text));
        assertEquals(plain, TextAnalysis.plain(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }

    @ParameterizedTest
    @CsvSource({"Əliyev,aliyev", "Алиев,aliev", "Ալիև,aliev", "ალიევი,aliev", "Ереван,yerevan", "Երևան,yerevan", "Жириновский,zhirinovskiy",
            "Щукин,shchukin", "თბილისი,tbilisi", "Αθήνα,athina", "Μητσοτάκης,mitsotakis", "Ոսկանյան,voskanyan", "Սարգսյան,sargsyan",
            "ایران,iran", "إيران,iran", "Черноморск,chernomorsk", "Đoković,dokovic", "Շուշի,shushi"})
    void latinLetters(String text, String latin) {
        assertEquals(latin, TextAnalysis.latin(text));
        assertEquals(latin, TextAnalysis.latin(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Алиев Ալիև ალიევი Əliyev Aliev Aliyev ALIYEV Alijev Alieff", "Пашинян Փաշինյան ფაშინიანი Pashinyan Pashinian",
            "Ереван Երևան Yerevan Erevan", "Зеленский Зеленський Zelensky Zelenskyy Zelenskiy", "Путин პუტინი Putin", "Жуков Zhukov Jukov",
            "Хачатрян Խաչատրյան Khachatryan Khachatrian Hachatryan"})
    void spellingsOfANameShareAKey(String spellings) {
        List<String> keys = List.of(spellings.split(" ")).stream().map(TextAnalysis::nameKey).distinct().toList();
        assertEquals(1, keys.size(), keys::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S-400 systems           | s 400 s400 systems
            COVID-19,               | covid 19 covid19
            S/2020/1234             | s 2020 1234 s20201234
            on 10.11.2020           | on 10 11 2020 10112020
            Dr.Smithson             | dr smithson drsmithson
            (Ba’ath) & «Łódź»       | ba ath baath lodz
            no\u00A0break           | no break
            """)
    void wordsWholeAndInParts(String text, String words) {
        assertEquals(List.of(words.split(" ")), TextAnalysis.words(text));
    }

    /** Any text of these blocks has the same words in capitals, decomposed, and as its own plain text. */
    @Test
    void analysisOfAnyTextIsStable() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            int block = List.of(0x20, 0xC0, 0x370, 0x400, 0x530, 0x620, 0x10D0).get(random.nextInt(7));
            String text = random.ints(random.nextInt(12), block, block + 0x50).filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            String plain = TextAnalysis.plain(text);
            assertEquals(plain, TextAnalysis.plain(plain), text);
            assertEquals(plain, TextAnalysis.plain(Normalizer.normalize(text, Normalizer.Form.NFD)), text);
            assertEquals(TextAnalysis.words(text), TextAnalysis.words(plain), text);
            assertTrue(TextAnalysis.nameKey(text).equals(TextAnalysis.nameKey(text.toLowerCase(Locale.ROOT))), text);
        }
    }
}
