// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_condition.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <utility>

namespace printing {

namespace {

using Sign = ActCondition::Order;

constexpr std::size_t kLongest = 500;
constexpr int kDeepest = 16;

struct Token {
    enum class Kind { End, Word, Number, Text, Order, Open, Close };
    Kind kind = Kind::End;
    std::string text = {};
    std::size_t offset = 0;
    Sign order = Sign::Equal;
};

constexpr std::array<std::pair<std::string_view, Sign>, 9> kOrders{{{"≤", Sign::LessOrEqual},
                                                                    {"≥", Sign::GreaterOrEqual},
                                                                    {"≠", Sign::Unequal},
                                                                    {"<=", Sign::LessOrEqual},
                                                                    {">=", Sign::GreaterOrEqual},
                                                                    {"<>", Sign::Unequal},
                                                                    {"<", Sign::Less},
                                                                    {">", Sign::Greater},
                                                                    {"=", Sign::Equal}}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isWordPart(char c) { return (c >= 'a' && c <= 'z') || isDigit(c) || c == '_' || c == '.'; }
bool isNumberPart(char c) { return isDigit(c) || c == '.' || c == '-' || c == ':'; }

/// Throws ConditionFault.
class Reader {
   public:
    explicit Reader(std::string_view text) : m_text(text) {
        if (text.size() > kLongest) throw ConditionFault{kLongest};
        next();
    }

    ActCondition whole() {
        ActCondition condition = either(0);
        if (m_token.kind != Token::Kind::End) fail();
        return condition;
    }

   private:
    [[noreturn]] void fail() const { throw ConditionFault{m_token.offset}; }

    [[nodiscard]] std::size_t lengthOf(std::size_t begin, bool (*belongs)(char)) const {
        std::size_t end = begin;
        while (end < m_text.size() && belongs(m_text[end])) ++end;
        return end - begin;
    }

    void next() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t')) ++m_at;
        m_token = {Token::Kind::End, {}, m_at};
        if (m_at == m_text.size()) return;
        const char c = m_text[m_at];
        if (c == '(' || c == ')') return take(c == '(' ? Token::Kind::Open : Token::Kind::Close, 1);
        if (c == '\'') {
            const std::size_t end = m_text.find('\'', m_at + 1);
            if (end == std::string_view::npos) fail();
            take(Token::Kind::Text, end - m_at + 1);
            m_token.text = m_token.text.substr(1, m_token.text.size() - 2);
            return;
        }
        for (const auto& [sign, order] : kOrders)
            if (m_text.substr(m_at, sign.size()) == sign) {
                m_token.order = order;
                return take(Token::Kind::Order, sign.size());
            }
        if (isDigit(c)) return take(Token::Kind::Number, lengthOf(m_at, isNumberPart));
        const std::size_t length = lengthOf(m_at, isWordPart);
        if (length == 0) fail();
        take(Token::Kind::Word, length);
    }

    void take(Token::Kind kind, std::size_t length) {
        m_token.kind = kind;
        m_token.text = m_text.substr(m_at, length);
        m_at += length;
    }

    [[nodiscard]] bool isWord(std::string_view word) const {
        return m_token.kind == Token::Kind::Word && m_token.text == word;
    }

    ActCondition either(int depth) { return joined("o", ActCondition::Kind::Or, depth); }

    ActCondition joined(std::string_view word, ActCondition::Kind kind, int depth) {
        const auto part = [&] {
            return kind == ActCondition::Kind::Or ? joined("y", ActCondition::Kind::And, depth) : single(depth);
        };
        std::vector<ActCondition> parts{part()};
        while (isWord(word)) {
            next();
            parts.push_back(part());
        }
        if (parts.size() == 1) return std::move(parts.front());
        return {kind, std::move(parts)};
    }

    ActCondition single(int depth) {
        if (depth == kDeepest) fail();
        if (isWord("no")) {
            next();
            return {ActCondition::Kind::Not, {single(depth + 1)}};
        }
        if (m_token.kind != Token::Kind::Open) return statement();
        next();
        ActCondition inside = either(depth + 1);
        if (m_token.kind != Token::Kind::Close) fail();
        next();
        return inside;
    }

    ActCondition statement() {
        static const std::regex kPath{"[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*"};
        if (m_token.kind != Token::Kind::Word || !std::regex_match(m_token.text, kPath)) fail();
        ActCondition condition;
        condition.path = m_token.text;
        condition.offset = m_token.offset;
        next();
        if (isWord("consta") || isWord("falta")) {
            const bool absent = isWord("falta");
            next();
            if (absent) return {ActCondition::Kind::Not, {condition}};
            return condition;
        }
        condition.kind = ActCondition::Kind::Comparison;
        condition.order = order();
        condition.operand = m_token.text;
        condition.operandOffset = m_token.offset;
        switch (m_token.kind) {
            case Token::Kind::Word: condition.operandKind = ActCondition::Operand::Name; break;
            case Token::Kind::Number: condition.operandKind = ActCondition::Operand::Number; break;
            case Token::Kind::Text: condition.operandKind = ActCondition::Operand::Text; break;
            default: fail();
        }
        next();
        return condition;
    }

    Sign order() {
        if (isWord("menor") || isWord("mayor")) {
            const Sign found = isWord("menor") ? Sign::Less : Sign::Greater;
            next();
            if (!isWord("que")) fail();
            next();
            return found;
        }
        if (m_token.kind != Token::Kind::Order) fail();
        const Sign found = m_token.order;
        next();
        return found;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Token m_token = {};
};

}  // namespace

std::variant<ActCondition, ConditionFault> readCondition(std::string_view text) {
    try {
        return Reader{text}.whole();
    } catch (const ConditionFault& fault) {
        return fault;
    }
}

}  // namespace printing
