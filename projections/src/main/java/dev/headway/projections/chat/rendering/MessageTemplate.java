package dev.headway.projections.chat.rendering;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The template file of one service, in Mustache: from a folder that an operator has configured, or
 * else the one that comes along. What is put in is escaped for JSON, always; what comes out is read
 * as JSON and written again without the white space.
 */
final class MessageTemplate {

    private static final JsonMapper JSON = new JsonMapper();

    /** Tags that would put text in as it is, or change what a tag looks like. */
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{\\{|\\{\\{\\s*[&=]");

    private final String name;
    private final com.samskivert.mustache.Template compiled;

    private MessageTemplate(String name, String text) {
        this.name = name;
        if (UNESCAPED.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "Template " + name + " puts text in unescaped: only {{name}} and sections");
        }
        this.compiled =
                Mustache.compiler()
                        .withEscaper(MessageTemplate::escape)
                        .nullValue("")
                        .strictSections(true)
                        .compile(text);
    }

    /**
     * @param folder where operators keep templates of their own, or null
     */
    static MessageTemplate of(ChannelKind kind, @Nullable Path folder) {
        var name = kind.inWords() + ".mustache";
        try {
            if (folder != null && Files.isRegularFile(folder.resolve(name))) {
                return new MessageTemplate(name, Files.readString(folder.resolve(name)));
            }
            try (var stream = MessageTemplate.class.getResourceAsStream("/chat/" + name)) {
                if (stream == null) {
                    throw new IllegalStateException("There is no template " + name);
                }
                return new MessageTemplate(
                        name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Template " + name + " cannot be read", e);
        }
    }

    /**
     * @throws IllegalArgumentException when what comes out is no JSON, which is the template's
     *     fault
     */
    String render(TemplateView view) {
        try {
            return JSON.writeValueAsString(JSON.readTree(compiled.execute(view)));
        } catch (MustacheException | JacksonException e) {
            throw new IllegalArgumentException("Template " + name + " is broken", e);
        }
    }

    private static String escape(String raw) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(raw));
    }
}
