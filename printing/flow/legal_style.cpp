// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/legal_style.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "base/xml.hpp"

namespace printing {

namespace {

struct Money {
    std::string currency;
    std::int64_t whole = 0;
    std::int64_t cents = 0;
};

/// Of "GTQ 1234.50", whose form was checked.
Money moneyOf(const std::string& amount) {
    const std::size_t point = amount.find('.');
    return {amount.substr(0, 3), std::stoll(amount.substr(4, point - 4)), std::stoll(amount.substr(point + 1))};
}

bool endsWith(const std::string& text, std::string_view end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

LegalStyle LegalStyle::load(const std::filesystem::path& file) {
    const auto document = base::expected(base::xml::Document::parseFile(file), file.string());
    LegalStyle style;
    for (const auto& change : document.root().children("cambio"))
        style.m_changes.emplace_back(std::regex{change.attributeOr("de", "")}, change.attributeOr("por", ""));
    for (const auto& currency : document.root().children("moneda"))
        style.m_currencies[currency.attributeOr("clave", "")] = {
            currency.attributeOr("signo", ""), currency.attributeOr("una", ""), currency.attributeOr("varias", ""),
            currency.attributeOr("centavo", ""), currency.attributeOr("centavos", "")};
    if (const auto exact = document.root().child("sin-centavos")) {
        style.m_exactlyOne = exact->attributeOr("una", "");
        style.m_exactly = exact->attributeOr("varias", "");
    }
    return style;
}

std::string LegalStyle::numberInWords(std::int64_t number, Agreement agreement) const {
    std::string words = printing::numberInWords(number, agreement);
    for (const auto& [from, to] : m_changes) words = std::regex_replace(words, from, to);
    return words;
}

std::string LegalStyle::amountInWords(const std::string& amount) const {
    const Money money = moneyOf(amount);
    const Currency& currency = m_currencies.at(money.currency);
    std::string words = numberInWords(money.whole, Agreement::Masculine);
    if (endsWith(words, "millón") || endsWith(words, "millones")) words += " de";
    words += " " + (money.whole == 1 ? currency.one : currency.many);
    if (money.cents == 0) return words + " " + (money.whole == 1 ? m_exactlyOne : m_exactly);
    return fmt::format("{} con {} {}", words, numberInWords(money.cents, Agreement::Masculine),
                       money.cents == 1 ? currency.cent : currency.cents);
}

std::string LegalStyle::amountInFigures(const std::string& amount) const {
    const Money money = moneyOf(amount);
    return fmt::format("{} {}.{:02}", m_currencies.at(money.currency).sign, groupedNumber(money.whole), money.cents);
}

}  // namespace printing
