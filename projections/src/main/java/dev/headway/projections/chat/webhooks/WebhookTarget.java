package dev.headway.projections.chat.webhooks;

import java.util.List;

/**
 * Who gets a request.
 *
 * @param url a credential; goes nowhere but into the request
 * @param secrets with which the request is signed, none for a receiver that checks no signatures
 */
public record WebhookTarget(String url, List<SigningSecret> secrets) {

    @Override
    public String toString() {
        return "Addressee[hidden]";
    }
}
