package dev.headway.projections.console.layout;

import org.springframework.web.bind.annotation.GetMapping;

/** All keys on one page, for whoever works without the dialog. */
@ConsolePage
class KeysController {

    @GetMapping("/keys")
    String keys() {
        return "keys";
    }
}
