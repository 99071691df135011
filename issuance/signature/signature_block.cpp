// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/signature/signature_block.hpp"

#include "issuance/certificate/local_day.hpp"
#include "printing/flow/spanish_words.hpp"

namespace issuance {
namespace {

/// "26 de noviembre de 2026, 16:05:09 (UTC-6)".
std::string momentOnPage(base::Timestamp moment) {
    const auto local = localTime(moment);
    return printing::longDate(base::dayOf(local)) + ", " +
           base::formatTimestamp(local).substr(sizeof("2026-11-26T") - 1, sizeof("16:05:09") - 1) + " (UTC-6)";
}

}  // namespace

base::Result<printing::SignatureField> visibleField(const SignerOnPage& signer, int page, const printing::Box& box,
                                                    std::shared_ptr<const printing::FontSet> fonts) {
    printing::SignatureAppearance appearance;
    appearance.width = box.width;
    appearance.height = box.height;
    appearance.caption = signer.caption;
    appearance.name = signer.name;
    appearance.role = signer.role;
    appearance.lines = {momentOnPage(signer.moment)};
    if (!signer.reason.empty()) appearance.lines.push_back(signer.reason);
    appearance.fonts = std::move(fonts);
    auto drawn = printing::drawSignatureAppearance(appearance);
    if (!drawn) return drawn.refusal();
    printing::SignatureField field;
    field.moment = signer.moment;
    field.name = signer.name;
    field.reason = signer.reason;
    field.location = "Guatemala";
    field.description = signer.caption + " " + signer.name + (signer.role.empty() ? "" : ", " + signer.role) + ", " +
                        momentOnPage(signer.moment);
    field.visible = printing::VisibleSignature{page, box, std::move(drawn).value()};
    return field;
}

}  // namespace issuance
