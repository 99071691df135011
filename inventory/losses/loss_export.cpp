// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/losses/loss_export.hpp"

#include <array>
#include <utility>

#include "base/xml.hpp"

namespace inventory {
namespace {

using Member = std::string ReportedNumber::*;

constexpr std::array<std::pair<const char*, Member>, 9> kFields{{
    {"number", &ReportedNumber::number},
    {"type", &ReportedNumber::type},
    {"issuer", &ReportedNumber::issuer},
    {"country", &ReportedNumber::country},
    {"status", &ReportedNumber::status},
    {"issue-state", &ReportedNumber::issueState},
    {"report-date", &ReportedNumber::reportDate},
    {"report", &ReportedNumber::report},
    {"authority", &ReportedNumber::authority},
}};

std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace

std::string csvOf(const std::vector<ReportedNumber>& numbers) {
    std::string text;
    for (const auto& [name, member] : kFields) text += (text.empty() ? "" : ",") + std::string{name};
    text += "\r\n";
    for (const auto& each : numbers) {
        std::string line;
        for (const auto& [name, member] : kFields)
            line += (member == kFields[0].second ? "" : ",") + csvField(each.*member);
        text += line + "\r\n";
    }
    return text;
}

std::string xmlOf(const std::vector<ReportedNumber>& numbers, base::Timestamp made) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lost-and-stolen made=\"" + base::formatTimestamp(made) + "\">\n";
    for (const auto& each : numbers) {
        text += "  <document";
        for (const auto& [name, member] : kFields)
            if (!(each.*member).empty())
                text += std::string{" "} + name + "=\"" + base::xml::escape(each.*member) + "\"";
        text += "/>\n";
    }
    return text + "</lost-and-stolen>\n";
}

}  // namespace inventory
