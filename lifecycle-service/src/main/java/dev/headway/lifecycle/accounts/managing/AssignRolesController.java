package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.accounts.secrets.AccountTable;
import dev.headway.lifecycle.commands.RequestContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's roles, assigned. */
@RestController
class AssignRolesController {

    private final AccountResponses responses;
    private final AccountTable accounts;
    private final Administrators administrators;

    AssignRolesController(
            AccountResponses responses, AccountTable accounts, Administrators administrators) {
        this.responses = responses;
        this.accounts = accounts;
        this.administrators = administrators;
    }

    record Body(
            @NotEmpty(message = "choose at least one role") @Size(max = 5)
                    List<@NotNull Role> roles) {}

    @PutMapping("/api/v1/people/{id}/roles")
    ResponseEntity<byte[]> assign(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var person = responses.known(id);
        if (body.roles().contains(Role.ADMIN)) {
            accounts.mayAdminister(person);
        }
        return administrators.oneAtATime(
                person,
                others -> responses.to(new AssignRoles(person, body.roles(), others), context));
    }
}
