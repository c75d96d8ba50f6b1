package dev.headway.projections.http;

import dev.headway.projections.querying.csv.CsvAnswer;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Lists are CSV for who asks for that by its name and likes JSON no better; everything else, and
 * whatever else is accepted, has one format. So nothing is done and then refused for its Accept.
 */
final class CsvOnRequest implements ContentNegotiationStrategy {

    private static final MediaType CSV = MediaType.parseMediaType(CsvAnswer.TYPE);
    private static final List<MediaType> CSV_IF_THERE_IS = List.of(CSV, MediaType.ALL);

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        var accepted = request.getHeaderValues(HttpHeaders.ACCEPT);
        return accepted != null && asksForCsv(accepted) ? CSV_IF_THERE_IS : MEDIA_TYPE_ALL_LIST;
    }

    private static boolean asksForCsv(String[] accepted) {
        try {
            var types = MediaType.parseMediaTypes(Arrays.asList(accepted));
            var csv = quality(types, CSV);
            return csv > 0 && csv >= quality(types, MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static double quality(List<MediaType> types, MediaType named) {
        return types.stream()
                .filter(type -> type.equalsTypeAndSubtype(named))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }
}
