package dev.headway.lifecycle.docs;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the REST contract, and its pages under addresses that last. */
@RestController
class DocsController implements WebMvcConfigurer {

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> openApi() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .body(new ClassPathResource("openapi/headway.yaml"));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", "/docs");
        pages.addViewController("/docs").setViewName("forward:/docs/index.html");
        pages.addViewController("/docs/").setViewName("forward:/docs/index.html");
        pages.addViewController("/docs/problems").setViewName("forward:/docs/problems.html");
    }
}
