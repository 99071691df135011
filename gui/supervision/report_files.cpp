// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/report_files.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include "gui/text.hpp"

namespace gui {

using namespace base::literals;

namespace {

/// Large files are named in the answer, and fetched.
base::Outcome fetchInto(contract::Office& office, const contract::Credentials& credentials, contract::NamedFile& file) {
    if (!file.sha256) return {};
    return office.fetch(credentials, *file.sha256, [&](base::BytesView octets) {
        file.content.insert(file.content.end(), octets.begin(), octets.end());
        return true;
    });
}

base::Outcome write(const QString& path, const base::Bytes& content) {
    QSaveFile file{path};
    const auto octets = QByteArray::fromStdString(base::textOf(content));
    if (file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() && file.commit()) return {};
    return base::Fault{"gui.file-not-written"_code, {{"file", told(path)}, {"why", told(file.errorString())}}, {}};
}

}  // namespace

void saveReport(const Workplace& place, QObject* asker, contract::ReportLine request, const QString& folder,
                ReportEnds ends) {
    request.files = true;
    const auto paths = std::make_shared<QStringList>();
    place.link.conduct(
        asker, place.session.credentials().session,
        [paths, request, folder, session = place.session.shared()](contract::Office& office) -> base::Outcome {
            const contract::Credentials credentials{session->token()};
            auto report = office.ask(credentials, request);
            if (!report) return report.refusal();
            for (auto& file : report->files) {
                if (auto fetched = fetchInto(office, credentials, file); !fetched) return fetched;
                // A name of the office's is no way out of the folder.
                const auto path = QDir{folder}.filePath(QFileInfo{shown(file.name)}.fileName());
                if (auto written = write(path, file.content); !written) return written;
                *paths << path;
            }
            return {};
        },
        [paths, ends] { ends.saved(*paths); }, ends.troubled);
}

}  // namespace gui
