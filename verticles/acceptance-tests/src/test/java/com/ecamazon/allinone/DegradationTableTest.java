package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Access;
import com.ecamazon.contract.Away;
import com.ecamazon.contract.Capability;
import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.InHeader;
import com.ecamazon.contract.Kind;
import com.ecamazon.contract.gateway.Capabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every route and page has an answer for each domain that is away, and the document says so. */
class DegradationTableTest {
    @Test
    void document_madeAnew_isAsKept() throws IOException {
        var now = DegradationTable.text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DegradationTable.FILE, now);
        }
        assertThat(DegradationTable.FILE)
                .as("run once with -Dgolden.update=true and look at it")
                .hasContent(now);
    }

    @ParameterizedTest
    @EnumSource(value = Domain.class, mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void route_ofADomain_hasAnAnswerWithoutIt(Domain domain) {
        var own = DegradationTable.routed().stream()
                .filter(operation -> operation.domain() == domain)
                .toList();
        assertThat(own)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.without(domain))
                        .as(operation.name())
                        .isPresent());
    }

    @Test
    void lastKnown_isShown_onlyWhereEverybodyGetsTheSame() {
        assertThat(Contracts.OPERATIONS)
                .filteredOn(operation -> operation.away() == Away.LAST_KNOWN)
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(operation.kind()).as(operation.name()).isEqualTo(Kind.QUERY);
                    assertThat(operation.access().rule()).as(operation.name()).isEqualTo(Access.Rule.ANYONE);
                    assertThat(Arrays.stream(operation.request().getRecordComponents())
                                    .filter(part -> part.isAnnotationPresent(InHeader.class)))
                            .as(operation.name())
                            .isEmpty();
                });
    }

    /** Nothing can be accepted by a domain that is away. */
    @Test
    void later_isAnAnswer_onlyForADomainThatIsAskedOnTheWay() {
        assertThat(Contracts.OPERATIONS).noneMatch(operation -> operation.away() == Away.LATER);
    }

    @Test
    void capability_inAnyStateItCanBeIn_hasWordsOfItsOwn() {
        for (var capability : Capabilities.ALL) {
            assertThat(Capabilities.ALL)
                    .filteredOn(other -> other.name().equals(capability.name()))
                    .hasSize(1);
            for (var first : DegradationTable.DOMAINS) {
                for (var second : DegradationTable.DOMAINS) {
                    var state = capability.without(
                            Set.of(first).equals(Set.of(second)) ? Set.of(first) : Set.of(first, second));
                    assertThat(capability.sentence(state))
                            .as("%s, %s", capability.name(), state)
                            .endsWith(".");
                }
            }
        }
        assertThat(Capabilities.CHECKOUT.without(Set.of(Domain.PAYMENT))).isEqualTo(Capability.State.LATER);
        assertThat(Capabilities.CHECKOUT.without(Set.of(Domain.PAYMENT, Domain.SHOP)))
                .isEqualTo(Capability.State.REFUSED);
    }

    @Test
    void page_ofTheProduct_namesCapabilitiesThatThereAre() {
        var names = Capabilities.ALL.stream().map(Capability::name).toList();
        var pages = DegradationTable.pages();
        pages.forEach((page, needs) -> assertThat(names).as(page).containsAll(needs));
        assertThat(pages.values().stream().flatMap(List::stream).distinct())
                .as("what no page needs is nothing that people do")
                .containsExactlyInAnyOrderElementsOf(names);
    }
}
