package dev.headway.projections.console.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.webjars.WebJarVersionLocator;

/**
 * Styles and scripts, at addresses that change with what they hold, so that browsers keep them for
 * as long as they like.
 */
@Configuration(proxyBeanMethods = false)
public class Assets implements WebMvcConfigurer {

    private static final String FOLDER = "/console/assets/";
    private static final String OWN = "classpath:/console/assets/";

    private final List<String> places =
            List.of(OWN, webjar("hotwired__turbo"), webjar("hotwired__stimulus"));
    private final String state = state();

    /** Where a browser gets it. */
    public String at(String name) {
        return FOLDER + state + "/" + name;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FOLDER + "**")
                .addResourceLocations(places.toArray(String[]::new))
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new Unversioned());
    }

    /** The first part of the path stands for what all of them hold, and for no folder. */
    private static final class Unversioned extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            return super.getResource(path.substring(path.indexOf('/') + 1), location);
        }
    }

    private static String webjar(String name) {
        var version = Objects.requireNonNull(new WebJarVersionLocator().version(name), name);
        return "classpath:/META-INF/resources/webjars/%s/%s/dist/".formatted(name, version);
    }

    private String state() {
        var sum = new CRC32();
        try {
            for (var place : places) {
                sum.update(place.getBytes(UTF_8));
            }
            for (var file : new PathMatchingResourcePatternResolver().getResources(OWN + "*.*")) {
                sum.update(file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue());
    }
}
