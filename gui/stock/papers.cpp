// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/papers.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

#include "contract/acts_of_papers.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

using namespace base::literals;

class PaperWords {
    Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

base::Outcome write(const QString& path, const base::Bytes& content) {
    QSaveFile file{path};
    const auto octets = QByteArray::fromStdString(base::textOf(content));
    if (file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() && file.commit()) return {};
    return base::Fault{"gui.file-not-written"_code, {{"file", told(path)}, {"why", told(file.errorString())}}, {}};
}

}  // namespace

void savePaper(const Workplace& place, StockPage& page, const std::string& number) {
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto path = QDir{folder}.filePath(shown(number).replace(u'/', u'-') + QStringLiteral(".pdf"));
    place.link.conduct(
        &page, place.session.credentials().session,
        [folder, path, number, session = place.session.shared()](contract::Office& office) -> base::Outcome {
            const auto paper = office.ask(contract::Credentials{session->token()}, contract::PaperShow{number});
            if (!paper) return paper.refusal();
            QDir{}.mkpath(folder);
            return write(path, paper->content);
        },
        [&page, path] {
            page.tellDone(PaperWords::tr("El documento firmado está en %1. Ábralo para imprimirlo.",
                                         "%1 is the path of a PDF file")
                              .arg(path));
        },
        [&page](const Trouble& trouble) { page.tell(trouble); });
}

void savePaperAbout(const Workplace& place, StockPage& page, const std::string& kind, const std::string& object) {
    place.ask(
        &page, contract::PaperList{kind},
        [&place, &page, object](const contract::PapersListed& listed) {
            for (const auto& paper : listed.papers)
                if (paper.object == object) return savePaper(place, page, paper.number);
            page.banner().tell(Standing::Caution, PaperWords::tr("Todavía no hay un documento firmado de esto.",
                                                                 "no paper about a thing"));
        },
        [&page](const Trouble& why) { page.tell(why); });
}

void savePhotos(const Workplace& place, StockPage& page, const std::string& serial) {
    const QDir folder{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    const auto saved = std::make_shared<QStringList>();
    place.link.conduct(
        &page, place.session.credentials().session,
        [folder, saved, serial, session = place.session.shared()](contract::Office& office) -> base::Outcome {
            const auto told = office.ask(contract::Credentials{session->token()}, contract::StockPhotos{serial});
            if (!told) return told.refusal();
            folder.mkpath(QStringLiteral("."));
            for (const auto& photo : told->photos) {
                const auto name =
                    QStringLiteral("%1-%2.%3").arg(shown(serial)).arg(saved->size() + 1).arg(shown(photo.format));
                const auto written = write(folder.filePath(name), photo.content);
                if (!written) return written;
                *saved << folder.filePath(name);
            }
            return {};
        },
        [&page, saved] {
            if (saved->isEmpty())
                return page.banner().tell(Standing::Neutral,
                                          PaperWords::tr("Esta pieza no tiene fotografías.", "no evidence of a blank"));
            page.banner().tell(
                Standing::Done,
                PaperWords::tr("Las fotografías están en %1", "%1 is a list of paths").arg(saved->join(u'\n')));
        },
        [&page](const Trouble& trouble) { page.tell(trouble); });
}

}  // namespace gui
