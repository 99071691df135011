// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/signed_file.hpp"

#include "contract/acts_of_certificates.hpp"

namespace gui {

void fetchSigned(const Workplace& place, QObject* asker, const std::string& number,
                 std::function<void(const base::Bytes&)> got, OfficeLink::OnTrouble troubled) {
    auto pdf = std::make_shared<base::Bytes>();
    const auto credentials = place.session.credentials();
    place.link.conduct(
        asker, credentials.session,
        [pdf, credentials, number](contract::Office& office) -> base::Outcome {
            auto given = office.ask(credentials, contract::CertificateFiles{number});
            if (!given) return given.refusal();
            auto& file = given->files.front();
            *pdf = std::move(file.content);
            if (!file.sha256) return {};
            return office.fetch(credentials, *file.sha256, [&](base::BytesView octets) {
                pdf->insert(pdf->end(), octets.begin(), octets.end());
                return true;
            });
        },
        [pdf, got = std::move(got)] { got(*pdf); }, std::move(troubled));
}

}  // namespace gui
