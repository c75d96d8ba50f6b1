package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What callers do about their own account. */
@RestController
class OwnAccountController {

    private final AccountResponses responses;
    private final Passwords passwords;

    OwnAccountController(AccountResponses responses, Passwords passwords) {
        this.responses = responses;
        this.passwords = passwords;
    }

    record Body(
            @NotNull @Size(max = 1000) @JsonDeserialize(using = AsTypedDeserializer.class)
                    String current,
            @NotNull @Size(max = 1000) @JsonDeserialize(using = AsTypedDeserializer.class)
                    String password) {

        /** Shows nothing of it, wherever it is printed. */
        @Override
        public String toString() {
            return "passwords";
        }
    }

    /**
     * The event first, then the password, so that none is changed that nobody can read of. Nothing
     * of the body may be kept, not even its fingerprint: a key is not looked at.
     */
    @PostMapping("/api/v1/me/password")
    ResponseEntity<byte[]> setPassword(
            @Valid @RequestBody Body body, RequestContext context, HttpServletRequest request) {
        var person = caller(context);
        responses.requireKept(person);
        switch (passwords.check(person, body.current(), request.getRemoteAddr())) {
            case Passwords.Checked.Right _ -> {}
            case Passwords.Checked.Wrong _ -> throw invalid("current", "is not the password");
            case Passwords.Checked.Waits waits -> throw waits.problem();
        }
        passwords
                .objection(person, body.password())
                .ifPresent(
                        objection -> {
                            throw invalid("password", objection);
                        });
        var answer = responses.to(new SetPassword(person), context.withoutKey());
        if (answer.getStatusCode().is2xxSuccessful()) {
            passwords.keep(person, body.password());
        }
        return answer;
    }

    @PostMapping("/api/v1/me/sign-out")
    ResponseEntity<byte[]> signOut(RequestContext context) {
        return responses.to(new SignOutEverywhere(caller(context)), context);
    }

    /** Whoever is not known yet has no account, which the command says. */
    private String caller(RequestContext context) {
        return Optional.ofNullable(context.actor().id())
                .orElseThrow(() -> Problem.unavailable("Who is calling is not known yet"));
    }

    private static Problem invalid(String field, String message) {
        return Problem.invalid(List.of(new FieldError(FieldError.pointer(field), message)));
    }
}
