package com.ecamazon.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.bank.domain.Authorization;
import com.ecamazon.bank.domain.Behaviour;
import com.ecamazon.bank.domain.Brand;
import com.ecamazon.bank.domain.Card;
import com.ecamazon.bank.domain.Fact;
import com.ecamazon.bank.domain.Money;
import com.ecamazon.bank.domain.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final Money TEN = new Money(1000, "EUR");

    @TempDir
    private Path folder;

    @Test
    void open_afterEveryKindOfEntry_knowsTheSameBook() throws IOException {
        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            append(
                    file,
                    new Entry.MerchantSet("http://127.0.0.1:1/a"),
                    new Entry.Happened(0, new Fact.CardStored(card())),
                    authorized("a", 1),
                    moved("a", "c1", 2),
                    authorized("b", 3),
                    new Entry.Happened(4, new Fact.Voided("b", AT)),
                    new Entry.Happened(0, new Fact.Voided("c", AT)),
                    new Entry.Delivered(1),
                    new Entry.Delivered(3),
                    new Entry.Parked(2));
        }

        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            Recovery recovery = file.recovery();
            assertThat(recovery.callbackUrl()).contains("http://127.0.0.1:1/a");
            assertThat(recovery.book().card("tok")).contains(card());
            assertThat(recovery.book().known("a").captured()).isEqualTo(TEN);
            assertThat(recovery.book().known("a").at()).isEqualTo(AT);
            assertThat(recovery.book().known("b").state()).isEqualTo(Authorization.State.VOIDED);
            assertThat(recovery.book().statement(0, 10)).hasSize(1);
            assertThat(recovery.owed()).containsOnlyKeys(2L, 4L);
            assertThat(recovery.parked()).containsExactly(2L);
            assertThat(recovery.lastNotice()).isEqualTo(4);
        }
    }

    @Test
    void open_withATornLastLine_cutsItAndGoesOn() throws IOException {
        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            append(file, authorized("a", 0));
        }
        Path journal = folder.resolve("journal.jsonl");
        long whole = Files.size(journal);
        Files.writeString(journal, "{\"e\":\"fact\",\"not", StandardOpenOption.APPEND);

        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            assertThat(Files.size(journal)).isEqualTo(whole);
            append(file, authorized("b", 0));
        }

        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            assertThat(file.recovery().book().all()).hasSize(2);
        }
    }

    @Test
    void open_withABrokenWholeLine_saysWhich() throws IOException {
        Files.writeString(folder.resolve("journal.jsonl"), "{\"e\":\"delivered\",\"notice\":1}\nbroken\n");

        assertThatThrownBy(() -> JournalFile.open(folder, Long.MAX_VALUE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("Line 2");
    }

    @Test
    void open_ofAFolderInUse_isRefused() throws IOException {
        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            assertThat(file.recovery().owed()).isEmpty();
            assertThatThrownBy(() -> JournalFile.open(folder, Long.MAX_VALUE))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void open_ofALargeJournal_dropsOnlyWhatIsOver() throws IOException {
        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            for (int i = 1; i <= 100; i++) {
                append(file, authorized("a" + i, i));
            }
            append(file, moved("a1", "c1", 101), new Entry.Parked(100));
            for (int i = 1; i <= 101; i++) {
                if (i != 7 && i != 100) {
                    append(file, new Entry.Delivered(i));
                }
            }
            append(file, new Entry.MerchantSet("http://127.0.0.1:1/a"), new Entry.Parked(100));
        }
        long before = Files.size(folder.resolve("journal.jsonl"));

        for (int start = 0; start < 2; start++) {
            try (JournalFile file = JournalFile.open(folder, 100)) {
                Recovery recovery = file.recovery();
                assertThat(recovery.book().all()).hasSize(100);
                assertThat(recovery.book().statement(0, 10)).hasSize(1);
                assertThat(recovery.owed()).containsOnlyKeys(7L, 100L);
                assertThat(recovery.parked()).containsExactly(100L);
                assertThat(recovery.callbackUrl()).contains("http://127.0.0.1:1/a");
                assertThat(recovery.lastNotice()).isEqualTo(101);
            }
        }
        assertThat(Files.size(folder.resolve("journal.jsonl"))).isLessThan(before);
        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            append(file, authorized("later", 102));
        }
        try (JournalFile file = JournalFile.open(folder, Long.MAX_VALUE)) {
            assertThat(file.recovery().book().all()).hasSize(101);
        }
    }

    private static Card card() {
        return new Card("tok", Brand.VISA, "4242", 12, 2030, "f", Behaviour.APPROVE);
    }

    private static Entry authorized(String reference, long notice) {
        return new Entry.Happened(
                notice,
                new Fact.Authorized(
                        reference,
                        "tok",
                        TEN,
                        Authorization.State.APPROVED,
                        Authorization.Reason.NONE,
                        Behaviour.APPROVE,
                        AT));
    }

    private static Entry moved(String reference, String operation, long notice) {
        return new Entry.Happened(
                notice,
                new Fact.Moved(
                        reference, new Operation(Operation.Kind.CAPTURE, operation, TEN, Operation.State.SUCCESS), AT));
    }

    private static void append(JournalFile file, Entry... entries) throws IOException {
        for (Entry entry : entries) {
            String line = new String(EntryCodec.encode(entry), StandardCharsets.UTF_8) + "\n";
            file.append(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
