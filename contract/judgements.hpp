// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/fault.hpp"

/// Judgements: what is asked like an act, but looks at no book, so that it needs neither institution nor session. A
/// reading room answers them (issuance/office/local_office_factory.hpp), not an office.
namespace contract {

/// One thing that deviates from the standard, and where the standard says so.
struct LintFinding {
    std::string code;
    TextMap arguments;
    std::string where;   ///< path of the field, or the file
    std::string grade;   ///< "deviation", "advice"
    std::string source;  ///< "Doc 9303-12, 7.1.1, table 5"
    static constexpr std::array kFields{field<&LintFinding::code>("code"), field<&LintFinding::arguments>("arguments"),
                                        field<&LintFinding::where>("where"), field<&LintFinding::grade>("grade"),
                                        field<&LintFinding::source>("source")};
};

/// A certificate or list with what was found in it.
struct PkiObject {
    std::string kind;  ///< "csca", "csca-link", "document-signer", …, "crl", "master-list", "deviation-list", "unknown"
    std::string place;  ///< in a file of several: "certificate 17"
    std::string name;   ///< subject, or issuer of a list
    std::vector<LintFinding> findings;
    static constexpr std::array kFields{field<&PkiObject::kind>("kind"), field<&PkiObject::place>("place"),
                                        field<&PkiObject::name>("name"), field<&PkiObject::findings>("findings")};
};

struct PkiFile {
    std::string name;
    std::int64_t deviations = 0;
    std::int64_t advice = 0;
    std::vector<PkiObject> objects;
    static constexpr std::array kFields{field<&PkiFile::name>("name"), field<&PkiFile::deviations>("deviations"),
                                        field<&PkiFile::advice>("advice"), field<&PkiFile::objects>("objects")};
};

struct PkiWasLinted {
    std::vector<PkiFile> files;
    static constexpr std::array kFields{field<&PkiWasLinted::files>("files")};
};

/// Judges certificates, revocation lists and master lists, in DER, PEM or base64: names each deviation from Doc 9303-12
/// (docs/formats/pki-findings.md). `kind` is the profile to judge certificates by, where they do not tell it; `issuer`
/// the certificate that issued what is judged. Refuses "pki.kind-unknown".
struct PkiLint {
    static constexpr Declaration kAct{"pki.lint", "", Effect::Reads};
    using Answer = PkiWasLinted;
    std::vector<NamedFile> files;
    std::optional<std::string> kind;
    std::optional<base::Bytes> issuer;
    static constexpr std::array kFields{field<&PkiLint::files>("files"), field<&PkiLint::kind>("kind"),
                                        field<&PkiLint::issuer>("issuer")};
};

struct MasterListRead {
    bool trusted = false;  ///< its signer's certificate leads to an anchor that was given
    std::string signer;
    std::string authority;
    std::string signingTime;
    std::vector<FaultLine> reasons;   ///< why it is not trusted
    std::vector<FaultLine> unusable;  ///< certificates that cannot be used
    std::vector<NamedFile> certificates;
    static constexpr std::array kFields{
        field<&MasterListRead::trusted>("trusted"),          field<&MasterListRead::signer>("signer"),
        field<&MasterListRead::authority>("authority"),      field<&MasterListRead::signingTime>("signing_time"),
        field<&MasterListRead::reasons>("reasons"),          field<&MasterListRead::unusable>("unusable"),
        field<&MasterListRead::certificates>("certificates")};
};

/// Checks a master list of another State against certificates of its country signer. Refuses what readMasterList and
/// the anchors' reading refuse.
struct PkiReadList {
    static constexpr Declaration kAct{"pki.read-list", "", Effect::Reads};
    using Answer = MasterListRead;
    base::Bytes list;
    std::vector<NamedFile> anchors;
    static constexpr std::array kFields{field<&PkiReadList::list>("list"), field<&PkiReadList::anchors>("anchors")};
};

struct ChipWasLinted {
    std::int64_t deviations = 0;
    std::int64_t advice = 0;
    std::vector<std::string> judged;  ///< names of the files
    std::vector<std::string> unused;  ///< names that are no file's of a chip
    std::vector<LintFinding> findings;
    static constexpr std::array kFields{
        field<&ChipWasLinted::deviations>("deviations"), field<&ChipWasLinted::advice>("advice"),
        field<&ChipWasLinted::judged>("judged"), field<&ChipWasLinted::unused>("unused"),
        field<&ChipWasLinted::findings>("findings")};
};

/// Judges the files of one chip, each by itself and against each other: names each deviation from Doc 9303-10 and
/// 9303-11 (docs/formats/chip-findings.md). Refuses "lint.no-files" where none of them is a chip's.
struct ChipLint {
    static constexpr Declaration kAct{"chip.lint", "", Effect::Reads};
    using Answer = ChipWasLinted;
    std::vector<NamedFile> files;
    static constexpr std::array kFields{field<&ChipLint::files>("files")};
};

/// A signature of a verified document, or a time-stamp over it.
struct VerifiedSignature {
    std::string kind;  ///< "signature", "timestamp"
    std::string name;  ///< by the signer's own word; what the certificate says is `signer`
    std::string signer;
    std::string reason;
    std::string claimed;  ///< moment by the signer's own word, as the PDF has it
    std::string proven;   ///< moment by a time-stamp that holds; empty where there is none
    bool intact = false;
    bool trusted = false;
    bool revocationKnown = false;
    bool coversAll = false;
    std::vector<FaultLine> faults;
    static constexpr std::array kFields{field<&VerifiedSignature::kind>("kind"),
                                        field<&VerifiedSignature::name>("name"),
                                        field<&VerifiedSignature::signer>("signer"),
                                        field<&VerifiedSignature::reason>("reason"),
                                        field<&VerifiedSignature::claimed>("claimed"),
                                        field<&VerifiedSignature::proven>("proven"),
                                        field<&VerifiedSignature::intact>("intact"),
                                        field<&VerifiedSignature::trusted>("trusted"),
                                        field<&VerifiedSignature::revocationKnown>("revocation_known"),
                                        field<&VerifiedSignature::coversAll>("covers_all"),
                                        field<&VerifiedSignature::faults>("faults")};
};

/// What a seal states: "type", "number", "date", "holder", "document", "folios".
struct VerifiedValue {
    std::string name;
    std::string value;
    std::string onPage;  ///< "yes", "no", "compare": a person has to look
    static constexpr std::array kFields{field<&VerifiedValue::name>("name"), field<&VerifiedValue::value>("value"),
                                        field<&VerifiedValue::onPage>("on_page")};
};

struct VerifiedSeal {
    bool authentic = false;
    std::string signer;
    std::vector<VerifiedValue> values;
    std::string contentHash;  ///< of the essential content, hexadecimal
    std::vector<FaultLine> faults;
    static constexpr std::array kFields{field<&VerifiedSeal::authentic>("authentic"),
                                        field<&VerifiedSeal::signer>("signer"), field<&VerifiedSeal::values>("values"),
                                        field<&VerifiedSeal::contentHash>("content_hash"),
                                        field<&VerifiedSeal::faults>("faults")};
};

struct FileVerified {
    std::string verdict;    ///< "authentic", "authentic-seal", "annulled", "doubtful", "altered", "unknown-signer",
                            ///< "not-ours", "unreadable" (docs/formats/verification.md)
    std::string kind;       ///< "pdf", "scan", "seal", "unknown"
    std::string number;     ///< of the act; empty where nothing says it
    std::string annulment;  ///< "in-force", "annulled", "open": the books were not asked
    std::vector<FaultLine> reasons;
    std::vector<VerifiedSignature> signatures;
    std::optional<VerifiedSeal> seal;
    static constexpr std::array kFields{
        field<&FileVerified::verdict>("verdict"), field<&FileVerified::kind>("kind"),
        field<&FileVerified::number>("number"),   field<&FileVerified::annulment>("annulment"),
        field<&FileVerified::reasons>("reasons"), field<&FileVerified::signatures>("signatures"),
        field<&FileVerified::seal>("seal")};
};

/// Verifies a PDF, a scan or the octets of a seal against certificates and revocation lists; roots of time-stamps are
/// told by their names ("timestamp…", or in a folder "timestamp"). Whether an act was annulled only books know. Refuses
/// what certificates' and lists' reading refuses, and nothing of the document itself.
struct FileVerify {
    static constexpr Declaration kAct{"file.verify", "", Effect::Reads};
    using Answer = FileVerified;
    NamedFile file;
    std::vector<NamedFile> trust;
    static constexpr std::array kFields{field<&FileVerify::file>("file"), field<&FileVerify::trust>("trust")};
};

/// A medium that a printer has or takes.
struct PrinterMedium {
    std::string name;    ///< PWG self-describing name: "iso_id-3_88x125mm"; empty for bounds of any size
    std::string size;    ///< "88 × 125 mm", or "50 × 50 mm – 330 × 480 mm"
    bool ready = false;  ///< it lies in the printer
    static constexpr std::array kFields{field<&PrinterMedium::name>("name"), field<&PrinterMedium::size>("size"),
                                        field<&PrinterMedium::ready>("ready")};
};

struct PrinterSupply {
    std::string name;
    std::string kind;                     ///< "toner", "ink", "ribbon", "wasteToner", …
    std::optional<std::int64_t> percent;  ///< what is left, or the space that is left; none where it is not told
    static constexpr std::array kFields{field<&PrinterSupply::name>("name"), field<&PrinterSupply::kind>("kind"),
                                        field<&PrinterSupply::percent>("percent")};
};

/// Whether a page design can be printed there.
struct PrinterFit {
    std::string design;
    std::string size;
    std::string fit;  ///< "ready", "supported", "not-stated", "lacking"
    static constexpr std::array kFields{field<&PrinterFit::design>("design"), field<&PrinterFit::size>("size"),
                                        field<&PrinterFit::fit>("fit")};
};

struct PrinterWasShown {
    std::string model;
    std::string state;  ///< "idle", "processing", "stopped"
    bool accepting = false;
    std::vector<FaultLine> reasons;  ///< what it says of itself, with what to do
    std::vector<FaultLine> faults;   ///< why nothing can be printed there at all
    std::vector<PrinterMedium> media;
    std::vector<PrinterSupply> supplies;
    std::vector<std::string> sides;         ///< "one-sided", "two-sided-long-edge", …
    std::vector<std::string> colours;       ///< "color", "monochrome", …
    std::vector<std::int64_t> resolutions;  ///< dots per inch
    std::vector<PrinterFit> designs;
    static constexpr std::array kFields{
        field<&PrinterWasShown::model>("model"),         field<&PrinterWasShown::state>("state"),
        field<&PrinterWasShown::accepting>("accepting"), field<&PrinterWasShown::reasons>("reasons"),
        field<&PrinterWasShown::faults>("faults"),       field<&PrinterWasShown::media>("media"),
        field<&PrinterWasShown::supplies>("supplies"),   field<&PrinterWasShown::sides>("sides"),
        field<&PrinterWasShown::colours>("colours"),     field<&PrinterWasShown::resolutions>("resolutions"),
        field<&PrinterWasShown::designs>("designs")};
};

/// What a printer or a queue says of itself, and which page designs fit it (docs/formats/printers.md). Refuses
/// "line.unknown-printer", "printing.printer-unreachable".
struct PrinterShow {
    static constexpr Declaration kAct{"printer.show", "", Effect::Reads};
    using Answer = PrinterWasShown;
    std::string printer;  ///< its IPP address
    static constexpr std::array kFields{field<&PrinterShow::printer>("printer")};
};

/// What a template says it is, or why it is none.
struct TemplateWasChecked {
    std::string name;
    std::string type;  ///< "acta", "certificacion", "constancia", "resolucion"
    std::int64_t version = 0;
    std::string effective;  ///< the first day of its use
    std::string title;
    std::vector<FaultLine> faults;
    static constexpr std::array kFields{
        field<&TemplateWasChecked::name>("name"),       field<&TemplateWasChecked::type>("type"),
        field<&TemplateWasChecked::version>("version"), field<&TemplateWasChecked::effective>("effective"),
        field<&TemplateWasChecked::title>("title"),     field<&TemplateWasChecked::faults>("faults")};
};

/// Judges a template (docs/plantillas.md): names every fault with its place. Its samples are filled in and drawn too.
struct TemplateCheck {
    static constexpr Declaration kAct{"template.check", "", Effect::Reads};
    using Answer = TemplateWasChecked;
    NamedFile file;
    static constexpr std::array kFields{field<&TemplateCheck::file>("file")};
};

struct TemplateWasDrawn {
    base::Bytes pdf;
    std::int64_t pages = 0;
    std::int64_t changes = 0;  ///< of a comparison: stretches of words that differ
    static constexpr std::array kFields{field<&TemplateWasDrawn::pdf>("pdf"), field<&TemplateWasDrawn::pages>("pages"),
                                        field<&TemplateWasDrawn::changes>("changes")};
};

/// The template with its samples, marked as a draft. Refuses what reading, filling and drawing it refuse.
struct TemplatePreview {
    static constexpr Declaration kAct{"template.preview", "", Effect::Reads};
    using Answer = TemplateWasDrawn;
    NamedFile file;
    static constexpr std::array kFields{field<&TemplatePreview::file>("file")};
};

/// Two versions of a template with their samples: what differs in words, and the pages over each other. Refuses what
/// reading, filling and drawing them refuse.
struct TemplateDiff {
    static constexpr Declaration kAct{"template.diff", "", Effect::Reads};
    using Answer = TemplateWasDrawn;
    NamedFile before;
    NamedFile after;
    static constexpr std::array kFields{field<&TemplateDiff::before>("before"), field<&TemplateDiff::after>("after")};
};

}  // namespace contract
