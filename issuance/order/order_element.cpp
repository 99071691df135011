// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/order_element.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "issuance/document/cui.hpp"
#include "issuance/document/holder_check.hpp"
#include "issuance/document/names.hpp"
#include "issuance/document/portrait.hpp"
#include "issuance/document/signature_waiver.hpp"
#include "issuance/document/state_codes.hpp"
#include "issuance/document/validity.hpp"

namespace issuance {

using namespace base::literals;

namespace {

using base::xml::Element;

/// Where the file keeps the fields that other parts of the house name in their own words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kElementOfField = {{
    {"surname", "holder/surname"},
    {"given_names", "holder/given-names"},
    {"date_of_birth", "holder/date-of-birth"},
    {"nationality", "holder/nationality"},
    {"place_of_birth", "holder/place-of-birth"},
    {"personal_number", "holder/personal-number"},
    {"sex", "holder/sex"},
}};

std::string pathOf(std::string_view field) {
    for (const auto& [name, path] : kElementOfField)
        if (name == field) return std::string{path};
    return std::string{field};
}

std::string fieldOf(const base::Fault& fault) {
    for (const auto& [name, value] : fault.arguments)
        if (name == "field") return value;
    return {};
}

/// Reads one order part by part and gathers what is wrong with it.
class OrderReading {
   public:
    OrderReading(const Element& element, const OrderFileContext& context) : m_element(element), m_context(context) {}

    OrderElement read() && {
        OrderRequest& request = m_read.request;
        request.id = OrderId{m_element.attributeOr("id", "")};
        request.kind = KindId{text("kind")};
        request.years = number("years");
        readHolder(request.holder);
        request.placeOfIssue = SiteId{text("place-of-issue")};
        request.receipt = ReceiptNumber{text("receipt")};
        request.priority = text("priority") == "urgent" ? Priority::Urgent : Priority::Normal;
        if (const auto due = text("due"); !due.empty()) {
            const auto day = base::parseDate(due);
            day ? void(request.due = *day) : add(day.refusal().faults(), "due");
        }
        request.deliverySite = SiteId{text("delivery-site")};
        if (const auto replaces = text("replaces"); !replaces.empty()) request.replaces = DocumentNumber{replaces};
        request.portrait = octets("portrait");
        request.signatureImage = octets("signature");
        if (const auto waived = at("signature-waived"))
            request.signatureWaiver = signatureWaiverNamed(waived->attributeOr("reason", ""));
        judge();
        return std::move(m_read);
    }

   private:
    /// The element at "holder/surname" and the like.
    [[nodiscard]] std::optional<Element> at(std::string_view path) const {
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos) return m_element.child(path);
        const auto parent = m_element.child(path.substr(0, slash));
        return parent ? parent->child(path.substr(slash + 1)) : std::nullopt;
    }

    /// Names field and line of a fault.
    base::Fault placed(base::Fault fault, std::string_view path) const {
        const auto element = at(path);
        fault.where = base::xml::lineText(element ? element->line() : m_element.line());
        std::erase_if(fault.arguments, [](const auto& argument) { return argument.first == "field"; });
        fault.arguments.emplace_back("field", std::string{path});
        return fault;
    }
    void add(const std::vector<base::Fault>& faults, std::string_view path) {
        for (const auto& fault : faults) m_read.faults.push_back(placed(fault, path));
    }
    [[nodiscard]] bool hasFault(std::string_view path) const {
        return std::any_of(m_read.faults.begin(), m_read.faults.end(),
                           [&](const auto& fault) { return fieldOf(fault) == path; });
    }

    /// A tidy text; empty where it is absent or refused.
    std::string text(std::string_view path) {
        const auto element = at(path);
        auto tidy = tidyText(element ? element->text() : "");
        if (tidy) return *std::move(tidy);
        add(tidy.refusal().faults(), path);
        return {};
    }

    int number(std::string_view path) {
        const std::string digits = text(path);
        const bool small =
            !digits.empty() && digits.size() <= 4 && digits.find_first_not_of("0123456789") == std::string::npos;
        return small ? std::stoi(digits) : 0;
    }

    template <class T>
    T taken(base::Result<T> result, std::string_view path, T otherwise) {
        if (result) return *std::move(result);
        add(result.refusal().faults(), path);
        return otherwise;
    }

    base::Bytes octets(std::string_view path) {
        const auto element = at(path);
        return element ? taken(base::fromBase64(element->text()), path, base::Bytes{}) : base::Bytes{};
    }

    void readHolder(Holder& holder) {
        holder.surname = text("holder/surname");
        holder.givenNames = text("holder/given-names");
        holder.dateOfBirth =
            taken(base::parseDate(text("holder/date-of-birth")), "holder/date-of-birth", m_context.today);
        const std::string sex = text("holder/sex");
        holder.sex = sex == "F" ? Sex::Female : sex == "M" ? Sex::Male : Sex::Unspecified;
        holder.nationality = taken(readStateCode(text("holder/nationality")), "holder/nationality", std::string{});
        holder.placeOfBirth = text("holder/place-of-birth");
        if (const std::string cui = text("holder/personal-number"); !cui.empty()) {
            holder.cui = taken(readCui(cui), "holder/personal-number", Cui{});
            if (holder.cui->empty()) holder.cui.reset();
        }
    }

    void judge() {
        const DocumentKind* kind = m_context.catalogue.find(m_read.request.kind);
        if (kind == nullptr)
            add({{"order-file.unknown-kind"_code, {{"kind", m_read.request.kind.text()}}}}, "kind");
        else
            judgeHolder(*kind);
        judgePortrait(kind != nullptr ? kind->portrait : PortraitRule{});
        judgeSignature(kind);
        if (m_read.request.holder.cui)
            for (const auto& oddity : odditiesOf(*m_read.request.holder.cui))
                m_read.warnings.push_back(placed(oddity, "holder/personal-number"));
    }

    /// A field that cannot be read has its fault already; what follows from it alone is not said again.
    void judgeHolder(const DocumentKind& kind) {
        const bool birthKnown = !hasFault("holder/date-of-birth");
        std::vector<base::Fault> fresh;
        for (const auto& fault : faultsOf(m_read.request.holder, kind, m_read.request.years, m_context.today))
            if (!hasFault(pathOf(fieldOf(fault))) && (birthKnown || fault.code != "holder.too-young"_code))
                fresh.push_back(fault);
        for (const auto& fault : fresh) add({fault}, pathOf(fieldOf(fault)));
    }

    void judgePortrait(const PortraitRule& rule) {
        if (hasFault("portrait")) return;
        if (const auto portrait = checkPortrait(m_read.request.portrait, rule); !portrait)
            add(portrait.refusal().faults(), "portrait");
    }

    void judgeSignature(const DocumentKind* kind) {
        if (hasFault("signature")) return;
        const auto& request = m_read.request;
        if (at("signature")) {
            if (const auto image = checkSignatureImage(request.signatureImage); !image)
                add(image.refusal().faults(), "signature");
        } else if (!request.signatureWaiver) {
            add({{"signature.missing"_code}}, "signature");
        } else if (kind != nullptr && !hasFault("holder/date-of-birth")) {
            const int age = ageOn(m_context.today, request.holder.dateOfBirth);
            if (const auto fault = faultOf(*request.signatureWaiver, *kind, age)) add({*fault}, "signature-waived");
        }
    }

    const Element& m_element;
    const OrderFileContext& m_context;
    OrderElement m_read;
};

}  // namespace

OrderElement readOrderElement(const Element& element, const OrderFileContext& context) {
    return OrderReading{element, context}.read();
}

}  // namespace issuance
