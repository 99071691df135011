// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <deque>

#include "base/failure.hpp"
#include "inventory/migrations.hpp"
#include "issuance/certificate/certificate_desk.hpp"
#include "issuance/migrations.hpp"
#include "issuance/signature/signature_block.hpp"
#include "printing/page/text.hpp"
#include "records/operators/sites.hpp"
#include "tests/benchmarks/bare_certificate.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/issuance/verification/verification_house.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/support/engine_test.hpp"

/// A certificate of one page issued as the house does it (filled, numbered, laid out, sealed, finalised, signed, kept
/// and journalled in one durable transaction), against the same page drawn by libharu and signed by OpenSSL's CMS.
namespace {

using namespace issuance;

constexpr int kRounds = 5;
constexpr int kTurns = 15;
constexpr const char* kType = "negativa";

template <class T>
T taken(base::Result<T> result) {
    return base::expected(std::move(result), "benchmark");
}

const std::filesystem::path kTemplates = support::sourceDir() / "templates";

base::xml::Schema schema(const char* name) { return base::xml::Schema::compile(kTemplates / "schemas" / name); }

class Bench : public VerificationHouse {
   public:
    void TestBody() override {}

    Bench() {
        m_key.entry.key = certifier.key;
        m_key.entry.certificate = certifier.certificate;
        m_key.store =
            signing::FileKeyStore::open(folder.path() / "keys", signing::testing::passphrase(), clock).value();
        openDesk();
        for (int i = 0; i < kRounds * (kTurns + 1); ++i) m_waiting.push_back(reviewed(i));
        m_page = taken(printing::layOut(m_document));
        m_file = taken(printing::drawPlaced(m_document)).pdf;
    }

    bool report() {
        const auto rates =
            benchmarks::measure({[this] { m_octets += benchmarks::drawBare(m_document, m_page).size(); },
                                 [this] { m_octets += m_cms.sign(m_file).size(); }, [this] { issueOne(); },
                                 [this] { m_octets += taken(printing::layOut(filled())).pages.size(); },
                                 [this] { m_octets += taken(printing::drawPlaced(filled())).pdf.size(); },
                                 [this] { m_octets += signedAlone().size(); }},
                                kRounds, kTurns);
        constexpr std::array names{"bare: draw",       "bare: CMS",          "issued, recorded",
                                   "fill and lay out", "and draw, finalise", "visible signature"};
        for (std::size_t part = 0; part < names.size(); ++part)
            std::printf("  %-20s %8.2f ms\n", names[part], 1e3 / rates[part]);
        std::printf("  file of %zu octets\n", m_octetsOfLast);
        return benchmarks::report("certificate of one page", 1 / (1 / rates[0] + 1 / rates[1]), rates[2], 0.85);
    }

    /// The page's text as HTML, a paragraph a line, for other programs to make a PDF of.
    [[nodiscard]] std::string html() const {
        std::string html =
            "<!DOCTYPE html><html lang='es'><meta charset='utf-8'><title>" + m_document.title +
            "</title><style>@page{size:letter;margin:20mm}p{margin:1mm 0;font-family:'Noto Sans'}</style>";
        double baseline = -1;
        for (const auto& run : m_page.pages.front().runs) {
            if (run.baseline != baseline)
                html += "<p style='font-size:" + std::to_string(run.points) + "pt'>";
            else
                html += " ";
            baseline = run.baseline;
            const bool bold = run.font == printing::FontId::TextBold;
            html += (bold ? "<b>" : "") + printing::utf8Of(run.text) + (bold ? "</b>" : "");
        }
        return html + "</html>\n";
    }

   private:
    struct Waiting {
        RequestEntry request;
        DraftEntry draft;
    };

    void openDesk() {
        const records::Author founder{records::OperatorId{"eva"}, records::WorkstationId{"desk"},
                                      records::OperatorId{"luis"}};
        records::Transaction tx{*m_connection};
        const records::Sites sites{clock};
        base::expected(sites.create(tx, founder, {records::SiteId{"xela"}, "Xela"}), "site");
        base::expected(sites.createWorkstation(tx, founder,
                                               {records::WorkstationId{"desk"}, "Mostrador", records::SiteId{"xela"}}),
                       "desk");
        tx.commit();
    }

    contract::CertificateRequest request(int number) const {
        contract::CertificateRequest asked;
        asked.type = kType;
        asked.applicant = {"Édgar Núñez Ixcot", "2547 89652 0101", "M", "holder", {}, {}, {}};
        asked.holder = {{"Núñez Ixcot", "Édgar", "1980-02-03", "M", "guatemalteca", "DPI", "2547 89652 0101"}};
        asked.requirements = {{"dpi", m_scan}};
        asked.receipt = "R-" + std::to_string(number);
        asked.paid = "USD 10.00";
        return asked;
    }

    Waiting reviewed(int number) {
        const records::Author clerk{records::OperatorId{"carla"}, records::WorkstationId{"desk"}, {}};
        const records::Author reviewer{records::OperatorId{"raul"}, records::WorkstationId{"desk"}, {}};
        records::Transaction tx{*m_connection};
        Waiting waiting{taken(m_requests.take(tx, clerk, request(number), base::dayOf(clock.now()))), {}};
        waiting.draft = {0, "carla", kType, m_text->sha256, "", printing::samplesOf(m_text->text.shape())};
        waiting.draft.draft = m_requests.addDraft(tx, clerk, waiting.request, waiting.draft);
        base::expected(m_requests.step(tx, clerk, waiting.request, {CertificateStep::Draft, waiting.draft.draft}), "");
        base::expected(m_requests.step(tx, reviewer, waiting.request, {CertificateStep::Review, waiting.draft.draft}),
                       "");
        tx.commit();
        return waiting;
    }

    void issueOne() {
        auto waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        const records::Author author{records::OperatorId{"ana"}, records::WorkstationId{"desk"}, {}};
        records::Transaction tx{*m_connection};
        const auto entry = taken(m_desk.sign(
            tx, author,
            {*m_types.find(kType), *m_text, waiting.draft, waiting.request, {"raul", "Raúl Pec", "Revisor"}, {}},
            {{"ana", "Ana Ixcot", "Certificadora"}, m_key, {}}, m_seals));
        tx.commit();
        m_octetsOfLast = taken(m_book.lastFile(*m_connection, entry.number)).size();
    }

    [[nodiscard]] printing::FlowDocument filled() const {
        auto document = taken(m_text->text.fill(printing::samplesOf(m_text->text.shape())));
        document.created = clock.now();
        document.seal->octets = m_sealOctets;
        return document;
    }

    [[nodiscard]] base::Bytes signedAlone() const {
        auto field =
            taken(visibleField({"Ana Ixcot", "Certificadora", "CN-1", clock.now()}, 0, {20, 20, 80, 24}, m_fonts));
        field.finalised = true;
        return taken(signPdf(m_file, field, {certifier, {}}));
    }

    support::MigratedDatabase m_migrated{records::Engine::Sqlite,
                                         {records::migrations(), inventory::migrations(), migrations()}};
    std::unique_ptr<records::Connection> m_connection = m_migrated.database().connect();
    records::ContentStore m_contents{folder.path() / "content"};
    CertificateCatalogue m_types =
        taken(CertificateCatalogue::load(kTemplates / "certificate-types", schema("certificate-type.xsd")));
    FeeSchedules m_fees = taken(FeeSchedules::load(kTemplates / "fees", schema("fees.xsd")));
    TemplateBook m_templates{kTemplates, m_contents, clock, Shipped::Used};
    std::shared_ptr<const CertificateText> m_text = taken(m_templates.current(*m_connection, kType));
    std::shared_ptr<const printing::FontSet> m_fonts = printing::samples::document().fonts;
    ConfidentialKeys m_confidential{keys(), clock};
    RequestBook m_requests{m_types, m_fees, m_contents, m_confidential, clock};
    CertificateBook m_book{m_contents, m_confidential, clock};
    CertificateDesk m_desk{m_requests, m_book, m_fonts, clock, MadeFor::Use};
    signing::SealSigner m_seals =
        taken(signing::SealSigner::make(keys(), sealKey, trust.sealSigners.front().der, "GTM"));
    base::Bytes m_sealOctets = sealOf(act());
    base::Bytes m_scan = printing::encodeJpeg({64, 64, 1, std::vector<std::uint8_t>(64 * 64, 200)}, 80, 150);
    OpenCertifier m_key;
    std::deque<Waiting> m_waiting;
    printing::FlowDocument m_document = filled();
    printing::LaidOutFlow m_page;
    base::Bytes m_file;
    benchmarks::BareCms m_cms;
    std::size_t m_octets = 0, m_octetsOfLast = 0;
};

}  // namespace

/// Without arguments it measures; `--page FILE` writes the page for scripts/bench-peers.
int main(int count, char** arguments) {
    Bench bench;
    if (count == 3 && std::string_view{arguments[1]} == "--page") {
        base::writeFileDurably(arguments[2], base::bytesOf(bench.html()));
        return 0;
    }
    return bench.report() ? 0 : 1;
}
