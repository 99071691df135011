// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/ratio.hpp"
#include "tests/issuance/verification/scanner.hpp"
#include "tests/issuance/verification/verification_house.hpp"

/// How many documents are verified a second, on one core: a signed and sealed PDF, a PDF archived for the long term,
/// and scans as they come. Rates only: nothing bare does the same.
namespace {

using issuance::Verdict;

/// The tests' house, and its reader.
class Reader : public issuance::VerificationHouse {
   public:
    void TestBody() override {}
    [[nodiscard]] base::Bytes signedDocument() const { return signedPage(); }
    [[nodiscard]] base::Bytes archivedDocument() {
        const signing::testing::TimestampAuthority authority;
        const auto client = authority.client(clock);
        const std::vector<signing::Certificate> roots{authority.root};
        const signing::RevocationSource source{{houseList(), authority.revocationList()}};
        trust.timestampRoots = roots;
        return base::expected(
            issuance::closeAt(signedPage(), issuance::SignatureLevel::LTA, {anchors, roots, source, client, clock}),
            "archived");
    }
    [[nodiscard]] Verdict verdict(base::BytesView document) const { return verify(document).verdict; }
};

bool report(const char* what, const Reader& reader, const base::Bytes& document, Verdict expected, int rounds) {
    bool right = true;
    const auto rates = benchmarks::measure({[&] { right = right && reader.verdict(document) == expected; }}, rounds, 5,
                                           benchmarks::Time::OfThread);
    std::printf("%-44s %8.1f/s%s\n", what, rates[0], right ? "" : "  WRONG VERDICT");
    return right;
}

}  // namespace

int main() {
    Reader reader;
    const auto pdf = reader.signedDocument();
    bool right = report("signed and sealed PDF", reader, pdf, Verdict::Authentic, 10);
    right = report("the same, archived (B-LTA)", reader, reader.archivedDocument(), Verdict::Authentic, 5) && right;
    for (const auto& [what, scanner] : {std::pair{"scan, 150 dpi, straight", samples::Scanner{150, 0, 12}},
                                        {"scan, 150 dpi, turned by 10 degrees, noisy", samples::Scanner{150, 10, 16}},
                                        {"scan, 300 dpi, turned by 3 degrees", samples::Scanner{300, 3, 12}}}) {
        const auto scan =
            printing::encodeJpeg(samples::scanned(pdf, scanner), 75, static_cast<int>(scanner.resolution));
        right = report(what, reader, scan, Verdict::AuthenticSeal, 3) && right;
    }
    return right ? 0 : 1;
}
