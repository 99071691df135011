// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/request_check.hpp"

#include <algorithm>
#include <set>

#include "printing/image/image.hpp"
#include "signing/seals/visible_text.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kLongest = 200;
constexpr int kOldest = 130;

/// Collects what is wrong, each with the path of its field.
class Check {
   public:
    Check(const contract::CertificateRequest& request, const CertificateType& type, base::Date today)
        : m_request(request), m_type(type), m_today(today) {}

    std::vector<base::Fault> faults() && {
        applicant();
        holder();
        requirements();
        if (m_type.fee.empty() != !m_request.receipt)
            add(m_request.receipt ? "certificate.receipt-not-wanted"_code : "certificate.receipt-missing"_code,
                "receipt");
        if (m_request.receipt) text("receipt", *m_request.receipt);
        return std::move(m_faults);
    }

   private:
    void add(base::FailureCode code, const std::string& where, const std::string& detail = {}) {
        m_faults.push_back({std::move(code), {{"field", where}, {"detail", detail}}, where});
    }
    void text(const std::string& where, const std::string& value) {
        if (value.find_first_not_of(' ') == std::string::npos) return add("certificate.field-missing"_code, where);
        if (value.size() > kLongest || !signing::isVisibleText(value) || value.front() == ' ' || value.back() == ' ')
            add("certificate.field-wrong"_code, where, value.substr(0, kLongest));
    }
    void oneOf(const std::string& where, const std::string& value, const std::set<std::string>& allowed) {
        if (!allowed.contains(value)) add("certificate.field-wrong"_code, where, value);
    }
    void applicant() {
        const auto& asks = m_request.applicant;
        text("applicant.name", asks.name);
        text("applicant.identification", asks.identification);
        oneOf("applicant.gender", asks.gender, {"F", "M"});
        if (!m_type.allows(asks.capacity))
            m_faults.push_back({"certificate.capacity-not-allowed"_code,
                                {{"capacity", asks.capacity}, {"type", m_type.code}},
                                "applicant.capacity"});
        const bool forOthers = asks.capacity != "holder";
        if (forOthers && !asks.proof) add("certificate.proof-missing"_code, "applicant.proof");
        if (asks.proof) text("applicant.proof", *asks.proof);
        if (asks.address) text("applicant.address", *asks.address);
        if (asks.email && (asks.email->find('@') == std::string::npos || !signing::isVisibleText(*asks.email)))
            add("certificate.field-wrong"_code, "applicant.email", *asks.email);
        if (m_type.appealDays && !asks.address && !asks.email)
            add("certificate.field-missing"_code, "applicant.address");
    }
    void holder() {
        if (!m_request.holder) {
            if (m_type.holder) add("certificate.holder-missing"_code, "holder");
            return;
        }
        if (!m_type.holder) return add("certificate.holder-not-wanted"_code, "holder");
        const auto& holder = *m_request.holder;
        text("holder.surnames", holder.surnames);
        text("holder.given_names", holder.givenNames);
        text("holder.nationality", holder.nationality);
        text("holder.document_type", holder.documentType);
        text("holder.document", holder.document);
        oneOf("holder.gender", holder.gender, {"F", "M", "X"});
        const auto born = base::parseDate(holder.born);
        if (!born || *born > m_today || *born < m_today - std::chrono::years{kOldest})
            add("certificate.field-wrong"_code, "holder.born", holder.born);
    }
    void requirements() {
        std::set<std::string> met;
        for (const auto& each : m_request.requirements) {
            const auto known = std::find_if(m_type.requirements.begin(), m_type.requirements.end(),
                                            [&](const auto& wanted) { return wanted.code == each.code; });
            if (known == m_type.requirements.end() || !met.insert(each.code).second)
                add("certificate.requirement-unknown"_code, "requirements." + each.code, each.code);
            else if (known->scan && !each.scan)
                add("certificate.scan-missing"_code, "requirements." + each.code, known->text);
            if (each.scan) scan("requirements." + each.code, *each.scan);
        }
        for (const auto& wanted : m_type.requirements)
            if (CertificateType::binds(wanted, m_request.applicant.capacity) && !met.contains(wanted.code))
                add("certificate.requirement-missing"_code, "requirements." + wanted.code, wanted.text);
    }
    void scan(const std::string& where, const base::Bytes& content) {
        static constexpr std::string_view kPdf = "%PDF-";
        const bool pdf = content.size() > kPdf.size() && base::textOf({content.data(), kPdf.size()}) == kPdf;
        if (content.size() > kLargestScan || (!pdf && !printing::decodeImage(content)))
            add("certificate.scan-format"_code, where);
    }

    const contract::CertificateRequest& m_request;
    const CertificateType& m_type;
    base::Date m_today;
    std::vector<base::Fault> m_faults = {};
};

}  // namespace

std::vector<base::Fault> faultsOf(const contract::CertificateRequest& request, const CertificateType& type,
                                  base::Date today) {
    return Check{request, type, today}.faults();
}

}  // namespace issuance
