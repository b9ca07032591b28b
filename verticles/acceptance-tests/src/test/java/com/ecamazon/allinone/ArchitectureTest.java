package com.ecamazon.allinone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.testing.LocalPod;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape of the code, held over all modules at once. */
class ArchitectureTest {
    private static final String ROOT = "com.ecamazon.";
    private static final String OURS = "com.ecamazon..";
    private static final String CONTRACT = ROOT + "contract..";
    private static final String PLATFORM = ROOT + "platform..";

    private static final String BANK = ROOT + "bank..";
    private static final String CITY = ROOT + "city..";

    static {
        // What lies outside is known by name only, which saves most of the time.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    /** Everything but the tests, which lie where these two lie. */
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> Stream.of(ArchitectureTest.class, LocalPod.class)
                    .map(test -> test.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .noneMatch(place -> location.asURI().toString().contains(place)))
            .importPackages("com.ecamazon");

    private static String packageOf(Domain domain) {
        return ROOT + domain.address();
    }

    @Test
    void modules_imported_areAllThereWithoutTests() {
        var packages = MAIN.stream()
                .map(type -> type.getPackageName().split("\\.", -1)[2])
                .distinct()
                .toList();
        assertThat(packages).contains("contract", "platform", "dataserver", "bank", "city", "allinone");
        assertThat(packages)
                .containsAll(Arrays.stream(Domain.values()).map(Domain::address).toList());
        assertThat(MAIN.contain(ArchitectureTest.class)).isFalse();
        assertThat(MAIN.contain(LocalPod.class)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void domain_ofTheShop_knowsContractsAndPlatformOnly(Domain domain) {
        noClasses()
                .that()
                .resideInAPackage(packageOf(domain) + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(OURS)
                        .and(not(resideInAnyPackage(packageOf(domain) + "..", CONTRACT, PLATFORM))))
                .check(MAIN);
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void domain_ofTheShop_hasAppAndVerticle(Domain domain) {
        var name = domain.name().charAt(0) + domain.address().substring(1);
        var app = MAIN.get(packageOf(domain) + "." + name + "App");
        assertThat(app.tryGetField("SERVICE")).as(name + "App.SERVICE").isPresent();
        assertThat(app.tryGetMethod("main", String[].class))
                .as(name + "App.main")
                .isPresent();
        assertThat(MAIN.get(packageOf(domain) + "." + name + "Verticle").isAssignableTo(DomainVerticle.class))
                .isTrue();
    }

    @Test
    void contracts_onlyDependOnTheJdk() {
        classes()
                .that()
                .resideInAPackage(CONTRACT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CONTRACT, "java..", "org.jspecify..")
                .check(MAIN);
    }

    @Test
    void platform_knowsNoDomain() {
        noClasses()
                .that()
                .resideInAPackage(PLATFORM)
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(CONTRACT, PLATFORM))))
                .check(MAIN);
    }

    /** So that nothing of it is loaded unless it is configured. */
    @Test
    void kafka_isKnownToItsPackageAndNamedByNodesOnly() {
        var kafka = ROOT + "platform.kafka..";
        noClasses()
                .that()
                .resideOutsideOfPackage(kafka)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage(kafka)
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "platform.Node")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(kafka)
                .check(MAIN);
    }

    @Test
    void bankAndCity_areOutsideAndKnowNoContract() {
        for (var outside : List.of(BANK, CITY)) {
            noClasses()
                    .that()
                    .resideInAPackage(outside)
                    .should()
                    .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(outside, PLATFORM))))
                    .check(MAIN);
        }
    }

    @Test
    void decisions_arePlainJavaWithoutAClock() {
        var decisions = noClasses().that().resideInAPackage(ROOT + "*.domain..");
        decisions
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..", "io.netty..", "com.mongodb..", "org.bson..", "com.fasterxml..", PLATFORM)
                .check(MAIN);
        decisions.should().callMethodWhere(readsAClock()).check(MAIN);
    }

    private static DescribedPredicate<JavaCall<?>> readsAClock() {
        var now = target(nameMatching("now|system.*|tick.*")).and(target(owner(resideInAPackage("java.time"))));
        var millis = target(nameMatching("currentTimeMillis|nanoTime"));
        return now.or(millis).as("a clock is read");
    }

    @Test
    void json_ofVertx_staysInStoresAndPlatform() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "*.store..", PLATFORM, CITY, packageOf(Domain.GATEWAY))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx.core.json..")
                .check(MAIN);
        // The bridge of Vert.x gives and takes its frames as JsonObject.
        noClasses()
                .that()
                .resideInAPackage(packageOf(Domain.GATEWAY))
                .and()
                .haveSimpleNameNotStartingWith("Live")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx.core.json..")
                .check(MAIN);
    }

    @Test
    void name_ofAClassOrPackage_saysWhatItIs() {
        for (var empty : List.of("Util", "Common", "Helper", "Manager")) {
            noClasses().should().haveSimpleNameContaining(empty).check(MAIN);
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..%s..".formatted(empty.toLowerCase(Locale.ROOT)),
                            "..%ss..".formatted(empty.toLowerCase(Locale.ROOT)))
                    .check(MAIN);
        }
    }

    @Test
    void field_ofAnyClass_isNotInjected() {
        noFields()
                .should()
                .beAnnotatedWith(DescribedPredicate.describe(
                        "an annotation to inject",
                        annotation ->
                                annotation.getRawType().getName().matches(".*\\.(Inject|Autowired|Resource|Value)")))
                .check(MAIN);
    }

    @Test
    void output_outsideTheCommand_goesToTheLog() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ArchitectureTest.class.getPackageName())
                // Processes beside the pods: they tell the command that starts them where they listen.
                .and()
                .doNotHaveSimpleName("BankApp")
                .and()
                .doNotHaveSimpleName("DataServerApp")
                .should(ACCESS_STANDARD_STREAMS)
                .check(MAIN);
        noClasses()
                .that()
                // It quietens Lucene, which logs there.
                .doNotHaveSimpleName("TextIndex")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(MAIN);
    }
}
