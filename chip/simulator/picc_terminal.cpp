// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_terminal.hpp"

#include "base/tlv.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;

constexpr tlv::Tag kKeyReference = 0x83;
constexpr std::size_t kChallenge = 8;

std::optional<std::string> referenceIn(base::BytesView data) {
    const auto object = tlv::readFirst(data);
    if (!object || object->tag != kKeyReference) return {};
    return base::textOf(object->value);
}

}  // namespace

void PiccTerminal::restart() {
    m_selected.reset();
    m_terminalSelected = false;
    m_challenge.clear();
    m_rights = 0;
    m_done = false;
}

void PiccTerminal::forget() {
    restart();
    m_imported.reset();
}

std::optional<CvTrustPoint> PiccTerminal::keyNamed(const std::string& holder) const {
    if (m_imported && m_imported->holder == holder) return m_imported;
    for (auto& point : m_trust.points())
        if (point.holder == holder) return point;
    return {};
}

std::uint16_t PiccTerminal::setVerificationKey(base::BytesView data) {
    const auto reference = referenceIn(data);
    if (!reference) return status::kWrongData;
    m_selected = keyNamed(*reference);
    return m_selected ? status::kOk : status::kReferencedDataNotFound;
}

std::uint16_t PiccTerminal::verifyCertificate(base::BytesView data) {
    const auto certificate = readCvCertificateParts(data);
    if (!certificate || !m_selected) return status::kWrongData;
    auto verified = verifyCvCertificate(*certificate, *m_selected, m_trust.today());
    if (!verified) return status::kAuthenticationFailed;
    m_trust.take(*certificate, *verified, *m_selected);
    if (verified->role != CvRole::Authority) m_imported = std::move(verified).value();
    m_selected.reset();
    return status::kOk;
}

std::uint16_t PiccTerminal::setTerminalKey(base::BytesView data) {
    const auto reference = referenceIn(data);
    if (!reference) return status::kWrongData;
    m_terminalSelected = m_imported && m_imported->holder == *reference && m_imported->role == CvRole::Terminal;
    return m_terminalSelected ? status::kOk : status::kReferencedDataNotFound;
}

Response PiccTerminal::getChallenge(const Command& command) {
    if (command.expected != kChallenge || !command.data.empty()) return {{}, status::kWrongLength};
    const auto challenge = m_random.octets(kChallenge);
    m_challenge.assign(challenge.reveal().begin(), challenge.reveal().end());
    return {m_challenge};
}

std::uint16_t PiccTerminal::authenticate(base::BytesView signature, base::BytesView chipIdentifier,
                                         base::BytesView terminalKey) {
    if (m_done || !m_terminalSelected || m_challenge.empty()) return status::kSecurityStatusNotSatisfied;
    const auto message = base::concat({chipIdentifier, m_challenge, terminalKey});
    m_challenge.clear();
    m_terminalSelected = false;
    if (!m_imported->key.verifies(message, signature)) return status::kAuthenticationFailed;
    m_rights = m_imported->rights;
    m_done = true;
    return status::kOk;
}

}  // namespace chip
