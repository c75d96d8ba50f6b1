package dev.headway.projections.personal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens what is sealed in answers of the API, on their way out: in JSON here, in any other form
 * where it is written, by {@link AnsweredText}. What is made to be verified, as an export of the
 * audit, leaves as it is stored.
 */
public final class OpeningFilter extends OncePerRequestFilter {

    private final PersonalText texts;

    public OpeningFilter(PersonalText texts) {
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AnsweredText.answerWith(request, texts);
        chain.doFilter(request, new OpeningResponse(response, texts));
    }
}
