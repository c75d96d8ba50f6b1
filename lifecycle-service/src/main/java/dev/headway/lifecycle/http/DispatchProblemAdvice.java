package dev.headway.lifecycle.http;

import dev.headway.lifecycle.commands.DispatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for a command that no aggregate could answer; everything else goes wrong elsewhere. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DispatchProblemAdvice {

    @ExceptionHandler(DispatchException.class)
    ResponseEntity<ProblemDetail> undispatched(DispatchException failure) {
        var problem = DispatchProblem.of(failure);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }
}
