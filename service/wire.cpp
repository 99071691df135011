// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/wire.hpp"

#include <nlohmann/json.hpp>
#include <regex>

namespace service::wire {

using namespace base::literals;
using contract::Json;

namespace {

/// Whether the office does not know the workstation's certificate, or knows it no more.
bool tellsOfWorkstation(const base::Refusal& refusal) {
    return refusal.has("people.workstation-not-enrolled"_code) || refusal.has("people.workstation-revoked"_code) ||
           refusal.has("people.workstation-succeeded"_code) || refusal.has("people.workstation-expired"_code);
}

int statusOf(const base::Refusal& refusal) {
    if (refusal.has("people.no-session"_code) || refusal.has("people.session-expired"_code)) return 401;
    if (refusal.has("people.not-permitted"_code) || tellsOfWorkstation(refusal)) return 403;
    return refusal.has("office.unknown-act"_code) || refusal.has("office.content-unknown"_code) ? 404 : 422;
}

std::string bodyOf(const base::Refusal& refusal) {
    RefusedBody body;
    for (const auto& fault : refusal.faults()) body.refused.push_back(contract::FaultLine::of(fault));
    return contract::storedJson(body);
}

[[noreturn]] void throwNotUnderstood(int status) {
    throw base::Failure{"service.not-understood"_code, base::NextStep::CallSupervisor, std::to_string(status)};
}

base::Refusal refusalIn(int status, const Json& json) {
    const auto body = contract::fromJson<RefusedBody>(json);
    if (!body || body->refused.empty()) throwNotUnderstood(status);
    std::vector<base::Fault> faults;
    for (const auto& line : body->refused) faults.push_back(line.asFault());
    return base::Refusal{std::move(faults)};
}

[[noreturn]] void throwBroken(int status, const Json& json) {
    const auto body = contract::fromJson<BrokenBody>(json);
    if (!body) throwNotUnderstood(status);
    const auto next = contract::nextStepNamed(body->next);
    if (!next) throwNotUnderstood(status);
    throw base::Failure{base::FailureCode{body->code}, *next, {}};
}

}  // namespace

std::optional<PartRange> rangeIn(const std::string& text, std::int64_t length) {
    if (length < 0) return std::nullopt;
    if (text.empty()) return PartRange{0, length};
    static const std::regex kRange{R"(bytes ([0-9]{1,15})-([0-9]{1,15})/([0-9]{1,15}))"};
    std::smatch match;
    if (!std::regex_match(text, match, kRange)) return std::nullopt;
    const auto first = std::stoll(match[1]), last = std::stoll(match[2]), size = std::stoll(match[3]);
    if (last >= size || last - first + 1 != length) return std::nullopt;
    return PartRange{first, size};
}

std::string textOf(const PartRange& range, std::int64_t length) {
    return "bytes " + std::to_string(range.offset) + "-" + std::to_string(range.offset + length - 1) + "/" +
           std::to_string(range.size);
}

Reply replyOf(const base::Result<Json>& result) {
    if (result) return {200, result->dump(-1, ' ', false, Json::error_handler_t::strict)};
    return {statusOf(result.refusal()), bodyOf(result.refusal())};
}

Reply replyOf(int status, const base::Fault& fault) { return {status, bodyOf(base::Refusal{{fault}})}; }

Reply replyOf(const base::Failure& failure) {
    const BrokenBody body{failure.code().name(), std::string{contract::nameOf(failure.next())}};
    return {failure.next() == base::NextStep::Retry ? 503 : 500, contract::storedJson(body)};
}

Reply replyOfFull(bool workstation, std::chrono::seconds askAgainIn) {
    if (!workstation) return replyOf(base::Failure{"service.busy"_code, base::NextStep::Retry, {}});
    return replyOf(429,
                   base::Fault{"service.workstation-busy"_code, {{"seconds", std::to_string(askAgainIn.count())}}, {}});
}

base::Result<Json> readReply(int status, std::string_view body) {
    auto json = contract::parseJson(body);
    if (!json) throwNotUnderstood(status);
    if (status == 200) return json;
    if (status >= 400 && status < 500) return refusalIn(status, *json);
    if (status >= 500) throwBroken(status, *json);
    throwNotUnderstood(status);
}

}  // namespace service::wire
