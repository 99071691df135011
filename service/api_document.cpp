// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api_document.hpp"

#include <nlohmann/json.hpp>

#include "contract/acts.hpp"
#include "service/wire.hpp"

namespace service {

using namespace contract;

namespace {

Json objectSchema(std::span<const Field> fields) {
    Json schema{{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
    auto required = Json::array();
    for (const auto& field : fields) {
        schema["properties"][field.name] = schemaOf(*field.form);
        if (!field.form->mayBeAbsent) required.push_back(field.name);
    }
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

Json bareSchemaOf(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::Truth: return {{"type", "boolean"}, {"default", false}};
        case Shape::Kind::Integer: return {{"type", "integer"}, {"format", "int64"}};
        case Shape::Kind::Text: return {{"type", "string"}};
        case Shape::Kind::Octets: return {{"type", "string"}, {"contentEncoding", "base64"}};
        case Shape::Kind::Secret: return {{"type", "string"}, {"format", "password"}};
        case Shape::Kind::TextMap: return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
        case Shape::Kind::List: return {{"type", "array"}, {"items", schemaOf(*shape.element)}};
        case Shape::Kind::Object: return objectSchema(shape.fields);
    }
    return {};
}

Json bodyOf(Json schema) { return {{"application/json", {{"schema", std::move(schema)}}}}; }

Json reference(const std::string& to) { return {{"$ref", "#/components/" + to}}; }

constexpr std::string_view effectOf(Effect effect) {
    switch (effect) {
        case Effect::Reads: return "Reads.";
        case Effect::Changes: return "Changes the books in one transaction.";
        case Effect::Conducts: return "Conducts work in many transactions.";
        case Effect::Opens: return "Opens or ends a session.";
        case Effect::Waits: return "Waits a while for something to tell.";
        case Effect::Watches: return "Waits a while for something to tell; no use of the session.";
    }
    return {};
}

std::string descriptionOf(const Declaration& act) {
    std::string text{effectOf(act.effect)};
    if (!act.permission.empty()) text += " Permission: " + std::string{act.permission} + ".";
    if (act.people == People::One) return text;
    text += act.people == People::Two ? " Takes a second person" : " May take a second person";
    if (!act.secondPermission.empty()) text += " with permission " + std::string{act.secondPermission};
    return text + ".";
}

Json operationOf(const Declaration& act, const Form& request, const Form& answer) {
    const std::string name{act.name};
    Json operation{{"operationId", name},
                   {"tags", Json::array({name.substr(0, name.find('.'))})},
                   {"description", descriptionOf(act)}};
    if (act.effect == Effect::Opens) operation["security"] = Json::array({{{"workstation", Json::array()}}});
    auto parameters = Json::array();
    if (act.people != People::One) parameters.push_back(reference("parameters/secondSession"));
    if (act.effect == Effect::Changes || act.effect == Effect::Conducts)
        parameters.push_back(reference("parameters/requestId"));
    if (!parameters.empty()) operation["parameters"] = std::move(parameters);
    operation["requestBody"] = {{"required", true}, {"content", bodyOf(schemaOf(request))}};
    operation["responses"] = {{"200", {{"description", "Done: the answer."}, {"content", bodyOf(schemaOf(answer))}}},
                              {"4XX", reference("responses/refused")},
                              {"5XX", reference("responses/broken")}};
    return {{"post", std::move(operation)}};
}

template <class... R>
void addPaths(Json& paths, const std::tuple<R...>* /*acts*/) {
    ((paths["/acts/" + std::string{R::kAct.name}] = operationOf(R::kAct, kForm<R>, kForm<typename R::Answer>)), ...);
}

Json parameter(const char* name, const char* in, const char* description, Json schema) {
    return {{"name", name}, {"in", in}, {"description", description}, {"schema", std::move(schema)}};
}

Json header(const char* name, const char* description, Json schema) {
    return parameter(name, "header", description, std::move(schema));
}

Json eventsOperation() {
    Json operation{{"operationId", "events"},
                   {"tags", Json::array({"change"})},
                   {"description",
                    "What change.wait tells, as server-sent events without end: event `change` with the answer of "
                    "change.wait as data and the position as id; `refused` and `broken`, with their bodies, before the "
                    "end; a comment where nothing changed for a while."}};
    operation["parameters"] = Json::array(
        {parameter("topics", "query", "Topics with commas between them; all without it.", {{"type", "string"}}),
         header(wire::kLastEvent, "The position after which to begin.", {{"type", "string"}})});
    operation["responses"] = {
        {"200", {{"description", "Events."}, {"content", {{wire::kEventStream, {{"schema", {{"type", "string"}}}}}}}}},
        {"4XX", reference("responses/refused")},
        {"5XX", reference("responses/broken")}};
    return {{"get", std::move(operation)}};
}

Json contentOperations() {
    const auto named = parameter("sha256", "path", "Its SHA-256.", {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}});
    const auto operation = [&](const char* id, const char* description, Json done) {
        auto path = named;
        path["required"] = true;
        return Json{{"operationId", id},
                    {"tags", Json::array({"content"})},
                    {"description", description},
                    {"parameters", Json::array({std::move(path)})},
                    {"responses",
                     {{"200", std::move(done)},
                      {"4XX", reference("responses/refused")},
                      {"5XX", reference("responses/broken")}}}};
    };
    const Json octets{{wire::kOctets, {{"schema", {{"type", "string"}, {"format", "binary"}}}}}};
    auto brought = operation("content.bring", "Brings a file, or a part of it, that an act will take as its `upload`.",
                             {{"description", "How many octets of the file are there, from its beginning on."},
                              {"content", bodyOf(schemaOf(kForm<wire::ArrivedBody>))}});
    brought["parameters"].push_back(header(
        "Content-Range", "Which part it is, as `bytes FIRST-LAST/SIZE`; the whole without it.", {{"type", "string"}}));
    brought["requestBody"] = {{"required", true}, {"content", octets}};
    const auto arrived = Json{{"description", "How many octets of a file that is brought are there."},
                              {"headers", {{wire::kArrived, {{"schema", {{"type", "integer"}}}}}}}};
    return {{"put", std::move(brought)},
            {"head", operation("content.arrived", "How much of a file has been brought.", arrived)},
            {"get", operation("content.fetch", "A file that an answer to this session named by its SHA-256.",
                              {{"description", "The file."}, {"content", octets}})}};
}

Json components() {
    return {
        {"parameters",
         {{"secondSession",
           header("Troquel-Second-Session", "The session of the second person.", {{"type", "string"}})},
          {"requestId", header("Idempotency-Key",
                               "Chosen by the client and never used again: the act is done once for it, however often "
                               "it is asked.",
                               {{"type", "string"}, {"pattern", "^[A-Za-z0-9-]{16,64}$"}})}}},
        {"responses",
         {{"refused",
           {{"description", "Refused, with every fault at once; nothing was changed."},
            {"content", bodyOf(schemaOf(kForm<wire::RefusedBody>))}}},
          {"broken",
           {{"description", "Something broke: its code, and what to do next."},
            {"content", bodyOf(schemaOf(kForm<wire::BrokenBody>))}}}}},
        {"securitySchemes",
         {{"session", {{"type", "http"}, {"scheme", "bearer"}, {"description", "The token of session.open."}}},
          {"workstation",
           {{"type", "mutualTLS"}, {"description", "The certificate of the workstation, over TLS 1.3."}}}}}};
}

}  // namespace

Json schemaOf(const Form& form) {
    const auto shape = form.shape();
    auto schema = bareSchemaOf(shape);
    if (shape.mayBeNull) schema["type"] = Json::array({schema["type"], "null"});
    return schema;
}

Json apiDocument() {
    Json document{{"openapi", "3.1.0"},
                  {"info",
                   {{"title", "Troquel"},
                    {"version", "1"},
                    {"description",
                     "The acts of a document-issuing house. Codes of refusals have their sentences in the client."},
                    {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
                  {"security", Json::array({{{"workstation", Json::array()}, {"session", Json::array()}}})},
                  {"paths", Json::object()},
                  {"components", components()}};
    addPaths(document["paths"], static_cast<const Acts*>(nullptr));
    document["paths"][std::string{wire::kEvents}] = eventsOperation();
    document["paths"][std::string{wire::kContent} + "{sha256}"] = contentOperations();
    return document;
}

}  // namespace service
