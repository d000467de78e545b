// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportTemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tickmark::report {

using charts::CurveType;
using charts::ValueScale;

namespace {

constexpr int kMostSections = 100;
constexpr int kMostPanes = 6;
constexpr int kMostSymbols = 12; // of a pane: beyond, curves cannot be told apart
constexpr int kMostLetters = 20'000;

template <typename Value>
struct Code
{
    Value value;
    QLatin1String text;
};

constexpr std::array<Code<SectionKind>, 8> kKinds{{
    {SectionKind::Summary, QLatin1String("summary")},
    {SectionKind::Chart, QLatin1String("chart")},
    {SectionKind::Headlines, QLatin1String("headlines")},
    {SectionKind::Verdicts, QLatin1String("verdicts")},
    {SectionKind::Quality, QLatin1String("quality")},
    {SectionKind::Method, QLatin1String("method")},
    {SectionKind::Sources, QLatin1String("sources")},
    {SectionKind::Text, QLatin1String("text")},
}};
constexpr std::array<Code<CurveType>, 4> kCurves{{
    {CurveType::Line, QLatin1String("line")},
    {CurveType::Candles, QLatin1String("candles")},
    {CurveType::Area, QLatin1String("area")},
    {CurveType::Step, QLatin1String("step")},
}};
constexpr std::array<Code<ValueScale>, 3> kScales{{
    {ValueScale::Rebased, QLatin1String("rebased")},
    {ValueScale::Linear, QLatin1String("linear")},
    {ValueScale::Log, QLatin1String("log")},
}};

template <typename Value, std::size_t N>
QString codeOf(const std::array<Code<Value>, N> &codes, Value value)
{
    const auto found = std::ranges::find(codes, value, &Code<Value>::value);
    return found == codes.end() ? QString() : QString(found->text);
}

template <typename Value, std::size_t N>
QString codeList(const std::array<Code<Value>, N> &codes)
{
    QStringList list;
    for (const Code<Value> &code : codes)
        list.append(code.text);
    return list.join(QStringLiteral(", "));
}

//! Reads one template; the first thing that is wrong ends it.
class TemplateParser
{
    Q_DECLARE_TR_FUNCTIONS(ReportTemplate)

public:
    explicit TemplateParser(QString name) : m_name(std::move(name)) {}

    core::Result<ReportTemplate> parse(const QByteArray &json)
    {
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
        if (fault.error != QJsonParseError::NoError)
            return core::failure(core::ErrorCode::InvalidInput, tr("The template %1 is no JSON.").arg(m_name),
                                 fault.errorString());
        if (!document.isObject())
            return tl::unexpected(wrong(tr("it has to be an object")));
        const QJsonObject root = document.object();
        checkKeys(root, {u"schema", u"name", u"sections"});
        if (root.value(u"schema").toInt() != 1)
            complain(tr("\"schema\" has to be 1"));
        m_template.name = words(root, u"name");
        readSections(root.value(u"sections"));
        if (!m_complaint.isEmpty())
            return tl::unexpected(wrong(m_complaint));
        return std::move(m_template);
    }

private:
    core::Error wrong(const QString &what) const
    {
        //: %1 a file, %2 what is wrong with it
        QString message = QCoreApplication::translate("ReportTemplate", "The template %1: %2.").arg(m_name, what);
        if (m_section > 0)
            //: %1 a file, %2 the number of a section, %3 what is wrong with it
            message = QCoreApplication::translate("ReportTemplate", "The template %1, section %2: %3.")
                          .arg(m_name, QString::number(m_section), what);
        return {core::ErrorCode::InvalidInput, message, {}};
    }

    void complain(const QString &what)
    {
        if (m_complaint.isEmpty())
            m_complaint = what;
    }

    void checkKeys(const QJsonObject &object, std::initializer_list<QStringView> known)
    {
        for (const QString &key : object.keys()) {
            if (std::ranges::find(known, QStringView(key)) == known.end())
                complain(tr("\"%1\" is not known here").arg(key.left(40)));
        }
    }

    QString text(const QJsonValue &value, QStringView key)
    {
        if (!value.isString())
            complain(tr("\"%1\" has to be a text").arg(key));
        const QString text = value.toString();
        if (text.size() > kMostLetters)
            complain(tr("\"%1\" is too long").arg(key));
        return text;
    }

    //! One text for all languages, or one for each.
    Words words(const QJsonObject &object, QStringView key)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return {};
        if (!value.isObject()) {
            const QString one = text(value, key);
            return {one, one};
        }
        const QJsonObject each = value.toObject();
        checkKeys(each, {u"de", u"en"});
        if (!each.contains(u"de") || !each.contains(u"en"))
            complain(tr("\"%1\" needs both \"de\" and \"en\"").arg(key));
        return {text(each.value(u"de"), key), text(each.value(u"en"), key)};
    }

    bool flag(const QJsonObject &object, QStringView key, bool usual)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return usual;
        if (!value.isBool())
            complain(tr("\"%1\" has to be true or false").arg(key));
        return value.toBool();
    }

    template <typename Value, std::size_t N>
    std::optional<Value> code(const QJsonObject &object, QStringView key, const std::array<Code<Value>, N> &codes)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return std::nullopt;
        const QString word = value.toString();
        const auto found = std::ranges::find_if(codes, [&](const Code<Value> &one) { return word == one.text; });
        if (found != codes.end())
            return found->value;
        complain(tr("\"%1\" is one of %2").arg(key, codeList(codes)));
        return std::nullopt;
    }

    void readSections(const QJsonValue &value)
    {
        const QJsonArray sections = value.toArray();
        if (sections.isEmpty())
            complain(tr("it has no \"sections\""));
        if (sections.size() > kMostSections)
            complain(tr("it has more than %1 sections").arg(kMostSections));
        for (const QJsonValue &section : sections) {
            if (!m_complaint.isEmpty())
                return;
            ++m_section;
            if (section.isObject())
                readSection(section.toObject());
            else
                complain(tr("it has to be an object"));
        }
        if (m_complaint.isEmpty())
            m_section = 0;
    }

    void readSection(const QJsonObject &object)
    {
        const auto kind = code(object, u"kind", kKinds);
        if (!kind) {
            complain(tr("\"%1\" is one of %2").arg(QStringLiteral("kind"), codeList(kKinds)));
            return;
        }
        Section section;
        section.kind = *kind;
        section.heading = words(object, u"heading");
        section.newPage = flag(object, u"new_page", false);
        switch (*kind) {
        case SectionKind::Chart:
            readChart(object, section);
            break;
        case SectionKind::Verdicts:
            readVerdicts(object, section);
            break;
        case SectionKind::Text:
            checkKeys(object, {u"kind", u"heading", u"new_page", u"text"});
            section.text = words(object, u"text");
            if (section.text.isEmpty())
                complain(tr("\"text\" is missing"));
            break;
        default:
            checkKeys(object, {u"kind", u"heading", u"new_page"});
        }
        m_template.sections.push_back(std::move(section));
    }

    void readChart(const QJsonObject &object, Section &section)
    {
        checkKeys(object, {u"kind", u"heading", u"new_page", u"panes", u"type", u"scale", u"markers", u"low"});
        section.curve = code(object, u"type", kCurves).value_or(CurveType::Line);
        section.scale = code(object, u"scale", kScales);
        section.markers = flag(object, u"markers", true);
        section.isLow = flag(object, u"low", false);
        if (!object.contains(u"panes"))
            return;
        auto panes = charts::parsePanes(text(object.value(u"panes"), u"panes"));
        if (!panes) {
            QString reason = panes.error().message;
            while (reason.endsWith(u'.'))
                reason.chop(1);
            complain(reason);
            return;
        }
        const bool isTooMuch = panes->size() > kMostPanes || std::ranges::any_of(*panes, [](const auto &pane) {
                                   return pane.symbols.size() > kMostSymbols;
                               });
        if (isTooMuch)
            complain(tr("a chart has at most %1 panes, and a pane %2 instruments").arg(kMostPanes).arg(kMostSymbols));
        section.panes = std::move(*panes);
    }

    void readVerdicts(const QJsonObject &object, Section &section)
    {
        checkKeys(object, {u"kind", u"heading", u"new_page", u"details", u"only"});
        section.details = flag(object, u"details", true);
        const QJsonValue only = object.value(u"only");
        if (!only.isUndefined() && !only.isArray())
            complain(tr("\"%1\" has to be a list").arg(QStringLiteral("only")));
        for (const QJsonValue &one : only.toArray()) {
            const auto verdict = claims::verdictFromText(one.toString());
            if (!verdict)
                complain(tr("\"%1\" is no verdict").arg(one.toString().left(40)));
            else if (std::ranges::find(section.only, *verdict) == section.only.end())
                section.only.push_back(*verdict);
        }
    }

    QString m_name;
    ReportTemplate m_template;
    QString m_complaint;
    int m_section = 0; //!< that is being read, from 1; 0: none
};

QJsonValue jsonOf(const Words &words)
{
    return words.de == words.en
               ? QJsonValue(words.en)
               : QJsonValue(QJsonObject{{QStringLiteral("de"), words.de}, {QStringLiteral("en"), words.en}});
}

QString panesText(const std::vector<charts::PaneSpec> &panes)
{
    QStringList texts;
    for (const charts::PaneSpec &pane : panes)
        texts.append((pane.kind == charts::PaneKind::Volume ? QStringLiteral("volume:") : QString())
                     + pane.symbols.join(u','));
    return texts.join(u';');
}

QJsonObject jsonOf(const Section &section)
{
    QJsonObject object{{QStringLiteral("kind"), codeOf(kKinds, section.kind)}};
    if (!section.heading.isEmpty())
        object.insert(QStringLiteral("heading"), jsonOf(section.heading));
    if (section.newPage)
        object.insert(QStringLiteral("new_page"), true);
    if (section.kind == SectionKind::Chart) {
        if (!section.panes.empty())
            object.insert(QStringLiteral("panes"), panesText(section.panes));
        if (section.curve != CurveType::Line)
            object.insert(QStringLiteral("type"), codeOf(kCurves, section.curve));
        if (section.scale)
            object.insert(QStringLiteral("scale"), codeOf(kScales, *section.scale));
        if (!section.markers)
            object.insert(QStringLiteral("markers"), false);
        if (section.isLow)
            object.insert(QStringLiteral("low"), true);
    }
    if (section.kind == SectionKind::Verdicts) {
        if (!section.details)
            object.insert(QStringLiteral("details"), false);
        QJsonArray only;
        for (const claims::VerdictCode code : section.only)
            only.append(claims::verdictCodeText(code));
        if (!only.isEmpty())
            object.insert(QStringLiteral("only"), only);
    }
    if (section.kind == SectionKind::Text)
        object.insert(QStringLiteral("text"), jsonOf(section.text));
    return object;
}

} // namespace

core::Result<ReportTemplate> parseTemplate(const QByteArray &json, const QString &name)
{
    return TemplateParser(name).parse(json);
}

QByteArray templateJson(const ReportTemplate &value)
{
    QJsonArray sections;
    for (const Section &section : value.sections)
        sections.append(jsonOf(section));
    QJsonObject root{{QStringLiteral("schema"), 1}, {QStringLiteral("sections"), sections}};
    if (!value.name.isEmpty())
        root.insert(QStringLiteral("name"), jsonOf(value.name));
    return QJsonDocument(root).toJson();
}

} // namespace tickmark::report
