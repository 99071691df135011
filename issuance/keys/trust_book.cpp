// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/trust_book.hpp"

#include "base/failure.hpp"

namespace issuance {

std::shared_ptr<const chip::TrustMaterial> TrustBook::now(records::Connection& connection) const {
    const auto changes = m_book.changes(connection);
    const std::lock_guard lock{m_guard};
    if (changes == m_changes) return m_material;
    auto material = std::make_shared<chip::TrustMaterial>();
    for (auto& entry : m_book.all(connection))
        if (entry.purpose == CertifiedPurpose::Csca || entry.purpose == CertifiedPurpose::CscaLink)
            material->anchors.push_back(std::move(entry.certificate));
    if (const auto list = m_lists.lastRevocationList(connection))
        material->revocations.push_back(base::expected(signing::readRevocationList(list->content), "revocation list"));
    m_material = std::move(material);
    m_changes = changes;
    return m_material;
}

}  // namespace issuance
