// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_certificates.hpp"

/// What awaits a person among certificates, and what they look at before they do it.
namespace contract {

/// A request, or a certificate, that somebody is to do something with.
struct AwaitingLine {
    /// "draft", "review", "legal_review", "sign", "endorse", "resolve_print", "print", "deliver", "archive"
    std::string step;
    CertificateLine line;
    static constexpr std::array kFields{field<&AwaitingLine::step>("step"), field<&AwaitingLine::line>("certificate")};
};

struct CertificatesAwaiting {
    std::vector<AwaitingLine> awaiting;
    static constexpr std::array kFields{field<&CertificatesAwaiting::awaiting>("awaiting")};
};

/// What awaits whoever asks, as their roles and what they did already let them: what is due first comes first, and what
/// waits for somebody to collect it last.
struct CertificateAwaiting {
    static constexpr Declaration kAct{"certificate.awaiting", "certificate.view", Effect::Reads};
    using Answer = CertificatesAwaiting;
    static constexpr std::array<Field, 0> kFields{};
};

/// What a draft of these values would look like; nothing is written. Refuses what certificate.draft refuses of them.
struct CertificateTryDraft {
    static constexpr Declaration kAct{"certificate.try-draft", "certificate.draft", Effect::Reads};
    using Answer = FileGiven;
    std::string request;
    TextMap values = {};
    std::optional<std::string> diligence = {};
    static constexpr std::array kFields{field<&CertificateTryDraft::request>("request"),
                                        field<&CertificateTryDraft::values>("values"),
                                        field<&CertificateTryDraft::diligence>("diligence")};
};

/// The copy that was kept of what was brought for a request: JPEG, PNG or PDF. Refuses "certificate.scan-unknown".
struct CertificateScan {
    static constexpr Declaration kAct{"certificate.scan", "certificate.view", Effect::Reads};
    using Answer = FileGiven;
    std::string request;
    std::string requirement;
    static constexpr std::array kFields{field<&CertificateScan::request>("request"),
                                        field<&CertificateScan::requirement>("requirement")};
};

using CertificateWorkActs = std::tuple<CertificateAwaiting, CertificateTryDraft, CertificateScan>;

}  // namespace contract
