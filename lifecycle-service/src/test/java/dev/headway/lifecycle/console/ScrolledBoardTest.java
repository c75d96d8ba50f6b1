package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;

import com.microsoft.playwright.Page;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever scrolled deep keeps place and cards while others change something, and sees what is so.
 */
class ScrolledBoardTest {

    private static final int MANY = 130;

    /** What comes at first, and by scrolling twice. */
    private static final int TWO_PAGES_DEEP = 20 + 2 * 40;

    /** A card of the second page that came by scrolling. */
    private static final int DEEP = 85;

    /** A bit up, until that is all, and down again: what nobody sees is not asked for. */
    private static final String LOOK_AROUND =
            """
            () => {
              window.way ??= -400
              scrollBy(0, way)
              if (scrollY === 0) way = 400
              if (scrollY + innerHeight >= document.documentElement.scrollHeight) way = -400
            }
            """;

    private static final String BOARD = "q=Zz+trawl&sort=name";

    private static final RunningHeadway headway = SharedConsole.crowded();
    private static final SignedInPeople people = SharedConsole.crowd();
    private static final String MAIL = people.invite("Dana Deep", Role.MANAGER);

    /** A card before somebody's eyes, and how far from the upper edge it is. */
    private record Place(String id, double top) {}

    @BeforeAll
    static void there_are_many() {
        var rows =
                IntStream.range(0, MANY)
                        .mapToObj(
                                "trawl-%1$d,Zz trawl %1$03d0,Reef Ltd,TELCO,2025-01-15\n"
                                        ::formatted)
                        .collect(joining());
        var imported =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports",
                                "text/csv",
                                BodyPublishers.ofString(
                                        "externalKey,name,partnerName,partnerType,registeredAt\n"
                                                + rows));
        headway.awaitProjections();
        Assertions.assertThat(inOrder()).as(imported.text()).hasSizeGreaterThanOrEqualTo(MANY);
    }

    @Test
    void a_first_card_leaves_its_page_and_comes_in_where_one_reads() {
        reading(
                page -> {
                    var moved = shown(page).get(5);
                    var picked = shown(page).get(DEEP);
                    page.locator("#card-" + picked + " .pick").check();
                    page.locator("#open-" + picked).focus();
                    var before = place(page);

                    rename(moved, nameOf(page, picked) + "5");

                    assertThat(page.locator("turbo-frame #card-" + moved)).isInViewport();
                    stays(page, before);
                    assertThat(page.locator("#card-" + picked + " .pick")).isChecked();
                    assertThat(page.locator("#open-" + picked)).isFocused();
                    assertThat(page.locator("#bulk")).containsText("1 selected");
                });
    }

    @Test
    void a_card_far_down_says_what_is_new() {
        reading(
                page -> {
                    var before = place(page);

                    rename(before.id(), nameOf(page, before.id()) + " again");

                    assertThat(page.locator("#open-" + before.id())).containsText("again");
                    stays(page, before);
                });
    }

    @Test
    void one_that_sorts_first_pushes_another_off_every_page() {
        reading(
                page -> {
                    var before = place(page);

                    var first =
                            PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Zz trawl 0");

                    assertThat(page.locator("#card-" + first)).isAttached();
                    stays(page, before);
                });
    }

    @Test
    void one_that_moves_to_another_stage_leaves_its_place_and_takes_another() {
        var ready =
                PartnershipOverHttp.registered(
                                headway.as(Role.MANAGER), Clock.systemUTC(), "Zz trawl 0805")
                        .readyForPilot();
        headway.awaitProjections();
        reading(
                page -> {
                    var card = "#card-" + ready.id();
                    assertThat(page.locator("[data-stage=PROSPECT] turbo-frame " + card))
                            .isAttached();
                    var before = place(page);

                    Assertions.assertThat(ready.move("PILOT").status()).isEqualTo(200);

                    assertThat(page.locator("section[data-stage=PILOT] " + card)).isAttached();
                    assertThat(page.locator(card)).hasCount(1);
                    stays(page, before);
                });
    }

    /** Scrolls two pages deep, has something happen, and compares all there is with the API. */
    private static void reading(Consumer<Page> happens) {
        try (var browser = people.at(SharedConsole.chromium(), MAIL)) {
            var page = browser.newPage();
            page.navigate("/board?" + BOARD);
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.mouse().move(400, 500);
            page.waitForCondition(
                    () -> {
                        page.mouse().wheel(0, 400);
                        return shown(page).size() >= TWO_PAGES_DEEP;
                    });
            page.locator("#card-" + shown(page).get(DEEP)).scrollIntoViewIfNeeded();

            happens.accept(page);

            Assertions.assertThat(shown(page)).doesNotHaveDuplicates();
            Assertions.assertThat(shown(page)).hasSizeGreaterThan(TWO_PAGES_DEEP - 4);
            page.waitForCondition(
                    () -> {
                        page.evaluate(LOOK_AROUND);
                        var shown = shown(page);
                        return shown.size() > TWO_PAGES_DEEP - 4
                                && shown.equals(inOrder().subList(0, shown.size()));
                    });
        }
    }

    /** What is at the top stays there, as far as a pixel can tell. */
    private static void stays(Page page, Place before) {
        page.waitForCondition(
                () -> {
                    var now = page.locator("#card-" + before.id()).boundingBox();
                    return now != null && Math.abs(now.y - before.top()) < 2;
                });
    }

    private static Place place(Page page) {
        var id =
                (String)
                        page.evaluate(
                                """
                                () => [...document.querySelectorAll("[data-stage=PROSPECT] .card")]
                                  .find(card => card.getBoundingClientRect().top > 60).dataset.id
                                """);
        return new Place(id, page.locator("#card-" + id).boundingBox().y);
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown(Page page) {
        return (List<String>)
                page.evaluate(
                        """
                        () => [...document.querySelectorAll("[data-stage=PROSPECT] .card")]
                          .map(card => card.dataset.id)
                        """);
    }

    private static List<String> inOrder() {
        return headway.as(Role.VIEWER)
                .get("/api/v1/partnerships?stage=PROSPECT&limit=200&" + BOARD)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static String nameOf(Page page, String id) {
        return page.locator("#open-" + id).innerText();
    }

    private static void rename(String id, String name) {
        var renamed =
                headway.as(Role.MANAGER)
                        .patch("/api/v1/partnerships/" + id, "{\"name\": \"%s\"}".formatted(name));
        Assertions.assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    }
}
