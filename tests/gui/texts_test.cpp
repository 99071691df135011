// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QXmlStreamReader>

#include "gui/program.hpp"
#include "gui/settings.hpp"
#include "tests/support/paths.hpp"

namespace gui {
namespace {

struct Text {
    QString context, source, note;
    bool finished = true;
    QStringList translations;
};

QList<Text> textsOf(const QString& file) {
    QFile opened{file};
    EXPECT_TRUE(opened.open(QIODevice::ReadOnly)) << file.toStdString();
    QXmlStreamReader xml{&opened};
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto name = xml.name();
        if (name == u"name") context = xml.readElementText();
        if (name == u"message") texts << Text{context, {}, {}, true, {}};
        if (name == u"source") texts.back().source = xml.readElementText();
        if (name == u"comment") texts.back().note = xml.readElementText();
        if (name == u"translation") texts.back().finished = !xml.attributes().hasAttribute("type");
        if (name == u"numerusform" || name == u"translation")
            texts.back().translations << xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return texts;
}

QString shippedFile(const QString& language) {
    const auto folder = support::sourceDir() / "gui" / "translations";
    return QString{"%1/troquel-desk_%2.ts"}.arg(QString::fromStdString(folder.string()), language);
}

/// The texts as the sources have them now, in a copy of the shipped file.
QList<Text> textsNow(const QString& language) {
    const support::ScratchFolder scratch;
    const auto file = QString::fromStdString((scratch.path() / "now.ts").string());
    EXPECT_TRUE(QFile::copy(shippedFile(language), file));
    QProcess update;
    update.setWorkingDirectory(QString::fromStdString(support::sourceDir().string()));
    QStringList words{"-silent", "-locations", "none", "-no-obsolete", "-I", ".", "gui", "-ts", file};
    if (language == "es") words.prepend("-pluralonly");
    update.start(LUPDATE_PROGRAM, words);
    EXPECT_TRUE(update.waitForFinished()) << "lupdate";
    EXPECT_EQ(update.exitCode(), 0) << update.readAllStandardError().toStdString();
    EXPECT_EQ(update.readAllStandardError().toStdString(), "") << "texts in a class that translations do not find";
    return textsOf(file);
}

TEST(Texts, EachHasANoteForWhoeverTranslatesIt) {
    const auto texts = textsNow("en");
    ASSERT_GT(texts.size(), 100);
    for (const auto& text : texts) EXPECT_FALSE(text.note.isEmpty()) << text.source.toStdString();
}

TEST(Texts, EachIsTranslatedIntoEnglish) {
    for (const auto& text : textsNow("en")) {
        EXPECT_TRUE(text.finished) << text.source.toStdString() << ": run scripts/translations and translate it";
        for (const auto& translation : text.translations)
            EXPECT_FALSE(translation.isEmpty()) << text.source.toStdString();
    }
}

TEST(Texts, SpanishHasItsPluralForms) {
    const auto texts = textsNow("es");
    ASSERT_FALSE(texts.isEmpty());
    for (const auto& text : texts) EXPECT_TRUE(text.finished) << text.source.toStdString();
}

TEST(Texts, NoneIsShippedThatTheProgramHasNoMore) {
    for (const char* language : {"es", "en"})
        EXPECT_EQ(textsOf(shippedFile(language)).size(), textsNow(language).size()) << language;
}

TEST(Texts, PlacesToBeFilledAreTheSameInBothLanguages) {
    for (const auto& text : textsOf(shippedFile("en")))
        for (const char* place : {"%1", "%2", "%3", "%4", "%5"})
            EXPECT_EQ(text.translations.join("").contains(place), text.source.contains(place))
                << text.source.toStdString();
}

TEST(CommandLine, TakesWhatItsHelpSays) {
    QString complaint;
    const auto settings = settingsIn({"--home", "/srv/x", "--theme=dark", "--language", "en", "--mute"}, complaint);
    ASSERT_TRUE(settings) << complaint.toStdString();
    EXPECT_EQ(settings->home, "/srv/x");
    EXPECT_EQ(settings->theme, Theme::Dark);
    EXPECT_EQ(settings->language, contract::Language::English);
    EXPECT_TRUE(settings->muted);
    for (const char* option : {"--home", "--server", "--language", "--theme", "--lock-after", "--mute"})
        EXPECT_TRUE(helpText().contains(option)) << option;
}

TEST(CommandLine, HelpAndComplaintsNeedNoDisplay) {
    const auto run = [](const QStringList& words) {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(name);
        program.setProcessEnvironment(environment);
        program.start(TROQUEL_DESK_PROGRAM, words);
        EXPECT_TRUE(program.waitForFinished());
        return std::pair{program.exitCode(),
                         QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError())};
    };
    const auto [helped, help] = run({"--help", "--language", "en"});
    EXPECT_EQ(helped, 0);
    EXPECT_TRUE(help.contains("Use: troquel-desk [options]")) << help.toStdString();
    const auto [refused, complaint] = run({"--theme", "blue"});
    EXPECT_EQ(refused, 2);
    EXPECT_TRUE(complaint.contains("--theme no admite «blue»")) << complaint.toStdString();
    const auto [broken, why] = run({});
    EXPECT_EQ(broken, 3);
    EXPECT_TRUE(why.contains("No hay pantalla en esta sesión")) << why.toStdString();
}

TEST(CommandLine, SaysWhatIsWrong) {
    QString complaint;
    for (const QStringList& words :
         {QStringList{"--thema", "dark"}, {"--theme", "blue"}, {"--home"}, {"--lock-after", "0"}}) {
        complaint.clear();
        EXPECT_FALSE(settingsIn(words, complaint));
        EXPECT_TRUE(complaint.contains(words.front())) << complaint.toStdString();
    }
}

}  // namespace
}  // namespace gui
