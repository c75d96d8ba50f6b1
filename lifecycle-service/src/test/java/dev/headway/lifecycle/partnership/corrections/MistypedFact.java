package dev.headway.lifecycle.partnership.corrections;

import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.testing.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of fact and what somebody mistyped of it. In paths and bodies stand <code>{step}</code>,
 * <code>{bend}</code> and <code>{obligation}</code> for the first of each, <code>{waiver}</code>
 * for one that is not decided yet, <code>{+9}</code> for a day that many days ahead.
 *
 * @param event the kind that is recorded
 * @param stage where the partnership stands: {@code PROSPECT}, {@code PILOT}, {@code LAUNCH}, or
 *     {@code UNUSED} for one that was launched and that no customer used
 * @param call the method and the path below the partnership
 * @param body what was recorded by mistake
 * @param right the fields that differ from it; empty where nothing can be corrected
 */
record MistypedFact(String event, String stage, String call, String body, String right) {

    private static final Pattern AHEAD = Pattern.compile("\\{([+-]\\d+)}");

    static final List<MistypedFact> ALL =
            List.of(
                    in(
                            "LAUNCH",
                            "TouchpointRecorded",
                            "POST /touchpoints",
                            "{'kind':'JOINT_CALL','summary':'x','with':'Kai'}",
                            "{'kind':'WORKSHOP','summary':'y','with':null,'effectiveAt':'{-3}'}"),
                    in(
                            "LAUNCH",
                            "JointWinRecorded",
                            "POST /joint-wins",
                            "{'customer':'Globex','summary':'x','evidence':'y'}",
                            "{'customer':'Harbour Foods','effectiveAt':'{-3}'}"),
                    in(
                            "LAUNCH",
                            "JointWinRecorded",
                            "POST /joint-wins",
                            "{'customer':'Globex','summary':'x','evidence':'y','attribution':'SOURCED',"
                                    + "'amount':{'value':4800.5,'currency':'USD'}}",
                            "{'attribution':'INFLUENCED','amount':{'currency':'EUR'}}"),
                    in(
                            "LAUNCH",
                            "MeasurementTaken",
                            "POST /measurements",
                            "{'value':300,'evidence':'x'}",
                            "{'value':24}"),
                    in(
                            "LAUNCH",
                            "SeamChecked",
                            "PUT /seams/ONBOARDING",
                            "{'verdict':'FAIL','evidence':'x'}",
                            "{'verdict':'NOT_APPLICABLE'}"),
                    in(
                            "LAUNCH",
                            "SeamChecked",
                            "PUT /seams/SUPPORT_HANDOFF",
                            "{'verdict':'PASS','evidence':'z'}",
                            "{'verdict':'FAIL'}"),
                    in(
                            "PILOT",
                            "PilotJudged",
                            "PUT /pilot-verdict",
                            "{'verdict':'DISPROVED','evidence':'x'}",
                            "{'verdict':'EXTENDED','endsOn':'{+9}'}"),
                    in(
                            "PILOT",
                            "PilotJudged",
                            "PUT /pilot-verdict",
                            "{'verdict':'EXTENDED','evidence':'x','endsOn':'{+9}'}",
                            "{'endsOn':'{+19}'}"),
                    in(
                            "PILOT",
                            "PilotScoped",
                            "PUT /pilot-scope",
                            "{'useCase':'x','successCriterion':'y','endsOn':'{+9}'}",
                            "{'endsOn':'{+40}'}"),
                    in(
                            "PROSPECT",
                            "PilotScoped",
                            "PUT /pilot-scope",
                            "{'useCase':'x','successCriterion':'y','endsOn':'{+9}'}",
                            "{'useCase':'z'}"),
                    in(
                            "PROSPECT",
                            "ProspectParked",
                            "POST /parking",
                            "{'until':'{+9}','reason':'x'}",
                            "{'until':'{+40}'}"),
                    in("PROSPECT", "ProspectUnparked", "DELETE /parking", "", ""),
                    in(
                            "PROSPECT",
                            "DisqualifierScreened",
                            "POST /screenings",
                            "{'disqualifier':'no-sponsor','verdict':'TRIGGERED','note':'x'}",
                            "{'verdict':'CLEAR'}"),
                    in(
                            "PROSPECT",
                            "TimingRead",
                            "PUT /timing",
                            "{'ours':{'focus':'a','ready':false},"
                                    + "'partner':{'focus':'b','ready':true}}",
                            "{'ours':{'ready':true}}"),
                    in(
                            "LAUNCH",
                            "LeverageClaimed",
                            "PUT /leverage-claim",
                            "{'mechanism':'CREDIBILITY','why':'x','metric':{'name':'n',"
                                    + "'unit':'u','baseline':9,'target':1},'dueOn':'{-1}'}",
                            "{'metric':{'target':99},'dueOn':'{+99}'}"),
                    in(
                            "LAUNCH",
                            "PatternChosen",
                            "PUT /pattern",
                            "{'pattern':'REFERRAL'}",
                            "{'pattern':'CO_DELIVERY'}"),
                    in(
                            "LAUNCH",
                            "PartnershipClassified",
                            "PUT /classification",
                            "{'classification':'TRANSACTIONAL'}",
                            "{'classification':'STRATEGIC','bends':"
                                    + "[{'bend':'ROADMAP','what':'x','dueOn':'{-2}'}]}"),
                    in(
                            "LAUNCH",
                            "PartnershipClassified",
                            "PUT /classification",
                            "{'classification':'STRATEGIC','bends':"
                                    + "[{'bend':'ROADMAP','what':'x','dueOn':'{-2}'}]}",
                            "{'classification':'TRANSACTIONAL','bends':[]}"),
                    in(
                            "LAUNCH",
                            "BendDelivered",
                            "POST /bends/{bend}/delivery",
                            "{'evidence':'x'}",
                            "{'evidence':'y'}"),
                    in(
                            "LAUNCH",
                            "SeatFilled",
                            "PUT /seats/SUPPORT",
                            "{'holder':'Kai','side':'OURS'}",
                            "{'holder':'Mia','side':'PARTNER'}"),
                    in(
                            "LAUNCH",
                            "SeatFilled",
                            "PUT /seats/RELATIONSHIP",
                            "{'holder':'Kai','side':'OURS'}",
                            "{'holder':'Mia'}"),
                    in("LAUNCH", "SeatVacated", "DELETE /seats/SUPPORT", "", ""),
                    in(
                            "LAUNCH",
                            "RhythmAgreed",
                            "PUT /rhythm",
                            "{'everyDays':300,'forum':'x'}",
                            "{'everyDays':30}"),
                    in(
                            "LAUNCH",
                            "TeamConsented",
                            "PUT /consents/PRODUCT",
                            "{'by':'Kai','capacity':'x'}",
                            "{'by':'Mia'}"),
                    in(
                            "LAUNCH",
                            "ExitTermsAgreed",
                            "PUT /exit-terms",
                            "{'summary':'x','noticeDays':3}",
                            "{'noticeDays':30}"),
                    in(
                            "LAUNCH",
                            "ExitTermsConfirmed",
                            "PUT /exit-terms/confirmation",
                            "{'by':'Kai'}",
                            "{'by':'Mia'}"),
                    in(
                            "LAUNCH",
                            "VerdictConfirmed",
                            "PUT /pilot-verdict/confirmation",
                            "{'by':'Kai'}",
                            "{'by':'Mia'}"),
                    in(
                            "LAUNCH",
                            "CriterionAttested",
                            "POST /attestations",
                            "{'criterion':'security-reviewed','evidence':'x'}",
                            "{'evidence':'y'}"),
                    in(
                            "UNUSED",
                            "PartnershipAnnounced",
                            "PUT /announcement",
                            "{'where':'x','announcedOn':'{-50}'}",
                            "{'announcedOn':'{-2}'}"),
                    in(
                            "LAUNCH",
                            "SeamFunded",
                            "PUT /funding",
                            "{'owner':'Kai','summary':'x'}",
                            "{'owner':'Mia'}"),
                    in(
                            "LAUNCH",
                            "IncentiveAligned",
                            "PUT /incentives/SALES",
                            "{'mechanism':'x'}",
                            "{'mechanism':'y'}"),
                    in(
                            "LAUNCH",
                            "CustomersNotified",
                            "PUT /customer-notice",
                            "{'how':'x','notifiedOn':'{-1}'}",
                            "{'notifiedOn':'{-2}'}"),
                    in(
                            "LAUNCH",
                            "StepPlanned",
                            "POST /steps",
                            "{'title':'x','owner':'Kai','side':'OURS','dueOn':'{+3}'}",
                            "{'title':'y','owner':'Mia','side':'PARTNER','dueOn':'{-9}'}"),
                    in(
                            "LAUNCH",
                            "StepCompleted",
                            "POST /steps/{step}/completion",
                            "{'outcome':'x'}",
                            "{'outcome':null,'effectiveAt':'{-2}'}"),
                    in(
                            "LAUNCH",
                            "StepRescheduled",
                            "POST /steps/{step}/rescheduling",
                            "{'dueOn':'{+99}','reason':'x'}",
                            "{'dueOn':'{-9}'}"),
                    in(
                            "LAUNCH",
                            "StepDropped",
                            "POST /steps/{step}/drop",
                            "{'reason':'x'}",
                            "{'effectiveAt':'{-2}'}"),
                    in(
                            "LAUNCH",
                            "StepOwnerChanged",
                            "PUT /steps/{step}/owner",
                            "{'owner':'Kai'}",
                            "{'owner':'Mia'}"),
                    in(
                            "LAUNCH",
                            "ObjectiveShared",
                            "PUT /objectives/others",
                            "{'title':'x','keyResults':[{'id':'n','name':'n','unit':'u',"
                                    + "'baseline':1,'target':9,'dueOn':'{+9}'}]}",
                            "{'title':'y','keyResults':[{'id':'n','name':'n','unit':'v',"
                                    + "'baseline':1,'target':99,'dueOn':'{-9}'}]}"),
                    in(
                            "LAUNCH",
                            "ObjectiveChanged",
                            "PUT /objectives/chains",
                            "{'title':'x','keyResults':[{'id':'stores','name':'n','unit':'u',"
                                    + "'baseline':1,'target':9,'dueOn':'{+9}'}]}",
                            "{'title':'y'}"),
                    in(
                            "LAUNCH",
                            "KeyResultMeasured",
                            "POST /objectives/chains/key-results/stores/values",
                            "{'value':300,'evidence':'x'}",
                            "{'value':24,'evidence':null,'effectiveAt':'{-2}'}"),
                    in(
                            "LAUNCH",
                            "ObjectiveConfirmed",
                            "PUT /objectives/chains/confirmations/PARTNER",
                            "{'by':'Kai'}",
                            "{'by':'Mia'}"),
                    in(
                            "LAUNCH",
                            "ObjectiveDropped",
                            "POST /objectives/chains/drop",
                            "{'reason':'x'}",
                            "{'effectiveAt':'{-2}'}"),
                    in(
                            "LAUNCH",
                            "ObligationTaken",
                            "POST /obligations",
                            "{'what':'x','owedTo':'y','dueOn':'{+9}'}",
                            "{'dueOn':'{-9}'}"),
                    in(
                            "LAUNCH",
                            "ObligationDischarged",
                            "POST /obligations/{obligation}/discharge",
                            "{'how':'x'}",
                            "{'how':'y'}"),
                    in(
                            "LAUNCH",
                            "ObligationHandedOver",
                            "POST /obligations/{obligation}/handover",
                            "{'to':'Kai','how':'x'}",
                            "{'to':'Mia'}"),
                    in(
                            "LAUNCH",
                            "WaiverRequested",
                            "POST /waivers",
                            "{'criterion':'in-motion','reason':'x','expiresOn':'{+5}'}",
                            ""),
                    in(
                            "LAUNCH",
                            "WaiverGranted",
                            "POST /waivers/{waiver}/decision",
                            "{'decision':'GRANTED','reason':'x'}",
                            ""),
                    in(
                            "LAUNCH",
                            "WaiverRefused",
                            "POST /waivers/{waiver}/decision",
                            "{'decision':'REFUSED','reason':'x'}",
                            ""));

    private static MistypedFact in(
            String stage, String event, String call, String body, String right) {
        return new MistypedFact(event, stage, call, body, right);
    }

    boolean isCorrectable() {
        return !right.isEmpty();
    }

    /** A partnership of which this may be recorded, seventy days after it got there. */
    PartnershipOverHttp prepared(
            Caller manager, Caller approver, Instant now, PartnershipOverHttp registered) {
        switch (stage) {
            case "PROSPECT" -> registered.readyForPilot();
            case "PILOT" -> registered.inPilot();
            case "UNUSED" -> registered.unused();
            default -> registered.launched();
        }
        var path = registered.path();
        manager.put(
                path + "/classification",
                filled(
                        "{'classification':'STRATEGIC','bends':"
                                + "[{'bend':'PACKAGING','what':'one invoice','dueOn':'{+30}'}]}",
                        now));
        manager.post(
                path + "/obligations", filled("{'what':'a','owedTo':'b','dueOn':'{+50}'}", now));
        manager.put(
                path + "/objectives/chains",
                filled(
                        "{'title':'win them','keyResults':[{'id':'stores','name':'stores',"
                                + "'unit':'stores','baseline':12,'target':80,'dueOn':'{+80}'}]}",
                        now));
        manager.put(path + "/objectives/chains/confirmations/OURS", "{\"by\":\"Ada\"}");
        var waiver =
                manager.post(
                        path + "/waivers",
                        filled(
                                "{'criterion':'seam-funded','reason':'x','expiresOn':'{+80}'}",
                                now));
        approver.post(
                waiver.header("Location") + "/decision",
                "{\"decision\":\"GRANTED\",\"reason\":\"x\"}");
        manager.post(
                path + "/waivers",
                filled(
                        "{'criterion':'incentives-aligned','reason':'x','expiresOn':'{+200}'}",
                        now));
        if (event.equals("ProspectUnparked")) {
            manager.post(path + "/parking", filled("{'until':'{+90}','reason':'x'}", now));
        }
        return registered;
    }

    Caller.Answered record(Caller manager, PartnershipOverHttp of, Instant now) {
        return send(manager, of, filled(body, now));
    }

    /** Records at once what would have been right. */
    Caller.Answered recordRight(Caller manager, PartnershipOverHttp of, Instant now) {
        var whole = (ObjectNode) JsonMapper.shared().readTree(filled(body, now));
        merge(whole, (ObjectNode) JsonMapper.shared().readTree(filled(right, now)));
        return send(manager, of, whole.toString());
    }

    String correction(Instant now) {
        var fields = (ObjectNode) JsonMapper.shared().readTree(filled(right, now));
        return fields.has("reason")
                ? fields.toString()
                : fields.put("reason", "A typing error").toString();
    }

    private static void merge(ObjectNode whole, ObjectNode part) {
        part.properties()
                .forEach(
                        field -> {
                            if (whole.get(field.getKey()) instanceof ObjectNode known) {
                                merge(known, (ObjectNode) field.getValue());
                            } else {
                                whole.set(field.getKey(), field.getValue());
                            }
                        });
    }

    private Caller.Answered send(Caller manager, PartnershipOverHttp of, String json) {
        var known = of.get("").json();
        var below =
                call.substring(call.indexOf(' ') + 1)
                        .replace(
                                "{step}",
                                of.get("/next-steps").json().at("/open/0/stepId").asString())
                        .replace("{bend}", known.at("/bends/0/bendId").asString())
                        .replace("{obligation}", known.at("/obligations/0/obligationId").asString())
                        .replace("{waiver}", waiting(known));
        return switch (call.substring(0, call.indexOf(' '))) {
            case "POST" -> manager.post(of.path() + below, json);
            case "PUT" -> manager.put(of.path() + below, json);
            default -> manager.delete(of.path() + below);
        };
    }

    /** The waiver that nobody has decided yet, if there is one. */
    private static String waiting(JsonNode known) {
        return known.at("/waivers")
                .valueStream()
                .filter(each -> each.at("/status").asString().equals("REQUESTED"))
                .findFirst()
                .map(each -> each.at("/waiverId").asString())
                .orElse("");
    }

    private static String filled(String text, Instant now) {
        return AHEAD.matcher(text.replace('\'', '"'))
                .replaceAll(
                        ahead ->
                                now.plus(Duration.ofDays(Long.parseLong(ahead.group(1))))
                                        .toString());
    }

    @Override
    public String toString() {
        return event + " by " + call;
    }
}
