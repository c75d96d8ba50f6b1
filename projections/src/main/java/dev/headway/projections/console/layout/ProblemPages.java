package dev.headway.projections.console.layout;

import dev.headway.projections.console.api.ApiAwayException;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.signin.SignInFirst;
import dev.headway.projections.console.signin.SignedOutException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;

/** What a page says instead, when what it asked for did not work out. */
@ControllerAdvice(basePackages = "dev.headway.projections.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemPages {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    private final PageModel pages;
    private final SignInFirst signInFirst;

    ProblemPages(PageModel pages, SignInFirst signInFirst) {
        this.pages = pages;
        this.signInFirst = signInFirst;
    }

    @ExceptionHandler
    ModelAndView refused(
            ApiProblem problem, HttpServletRequest request, HttpServletResponse response) {
        if (!problem.retryAfter().isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter());
        }
        var status = HttpStatus.resolve(problem.status());
        var page =
                page(
                        status == null ? HttpStatus.BAD_GATEWAY : status,
                        problem.detail(),
                        problem.retryAfter(),
                        request);
        page.addObject("question", InvalidQuestion.of(problem, request));
        return page;
    }

    @ExceptionHandler({ApiAwayException.class, RestClientException.class})
    ModelAndView away(RuntimeException away, HttpServletRequest request) {
        LOG.warn("A page could not be shown: {}", away.getMessage());
        return page(HttpStatus.SERVICE_UNAVAILABLE, "", "5", request);
    }

    @ExceptionHandler
    void signedOut(
            SignedOutException over, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        signInFirst.lead(request, response);
    }

    /** Security's own filter answers this one. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    ModelAndView notForRole(NotForRoleException refused, HttpServletRequest request) {
        return page(HttpStatus.FORBIDDEN, "", "", request);
    }

    @ExceptionHandler
    ModelAndView nowhere(NoSuchPageException nowhere, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, "", "", request);
    }

    @ExceptionHandler
    ModelAndView bug(Exception bug, HttpServletRequest request) {
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        if (bug instanceof ErrorResponse answer) {
            status = HttpStatus.valueOf(answer.getStatusCode().value());
        } else if (bug instanceof TypeMismatchException) {
            status = HttpStatus.NOT_FOUND; // an id that is none
        } else {
            LOG.error("A page is broken: {}", request.getRequestURI(), bug);
        }
        return page(status, "", "", request);
    }

    private ModelAndView page(
            HttpStatus status, String detail, String retryAfter, HttpServletRequest request) {
        Model model = new ExtendedModelMap();
        pages.frame(model, request);
        model.addAttribute(PageModel.READER, request.getAttribute(PageModel.READER));
        model.addAttribute("status", status.value());
        model.addAttribute("detail", detail);
        model.addAttribute("retryAfter", retryAfter);
        return new ModelAndView("problem", model.asMap(), status);
    }
}
