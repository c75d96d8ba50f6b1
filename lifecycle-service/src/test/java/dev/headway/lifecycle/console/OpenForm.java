package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.HashMap;
import java.util.Map;

/**
 * A form that somebody has before them. They type what a test says; whatever else it asks for they
 * answer with something that will do.
 */
final class OpenForm {

    private static final String CONTROLS =
            "input:not([type=hidden]):not([type=file]), select, textarea";

    private final Locator form;
    private final String day;
    private final Map<String, String> said = new HashMap<>();

    /**
     * @param day what is typed where a date is asked for
     */
    OpenForm(Locator form, String day) {
        this.form = form;
        this.day = day;
    }

    /**
     * @param name as the form sends it
     */
    OpenForm saying(String name, String value) {
        said.put(name, value);
        return this;
    }

    void send() {
        assertThat(form).isVisible();
        form.locator(CONTROLS).all().forEach(this::answer);
        form.locator("button[type=submit]").first().click();
    }

    private void answer(Locator control) {
        var name = control.getAttribute("name");
        var value = said.get(name);
        if (value != null) {
            type(control, value);
        } else if (control.getAttribute("required") != null && control.inputValue().isEmpty()) {
            type(control, fitting(control));
        }
    }

    private String fitting(Locator control) {
        var type = String.valueOf(control.getAttribute("type"));
        return switch (type) {
            case "date" -> day;
            case "number" -> "14";
            default ->
                    control.locator("option[value=yes]").count() > 0 ? "yes" : "As both sides said";
        };
    }

    private static void type(Locator control, String value) {
        if (control.evaluate("control => control.tagName").equals("SELECT")) {
            control.selectOption(value);
        } else if (String.valueOf(control.getAttribute("type")).equals("checkbox")) {
            control.setChecked(value.equals(control.getAttribute("value")));
        } else {
            control.fill(value);
        }
    }
}
