<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Chart</name>
        <message numerus="yes">
            <source>%n session(s)</source>
            <extracomment>trading days in a measured range</extracomment>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more headline(s)</source>
            <translation>
                <numerusform>and %n more headline</numerusform>
                <numerusform>and %n more headlines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>end of a list that was cut; %1 holds the names before</extracomment>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: gaps on %n trading days</source>
            <extracomment>foot of a page; %1 is an instrument, whose curve has gaps</extracomment>
            <translation>
                <numerusform>%1: gaps on %n trading day</numerusform>
                <numerusform>%1: gaps on %n trading days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChartCommand</name>
        <message numerus="yes">
            <source>%n headline(s) had no room in the list below the chart; a larger --size has.</source>
            <translation>
                <numerusform>A headline had no room in the list below the chart; a larger --size has.</numerusform>
                <numerusform>%n headlines had no room in the list below the chart; a larger --size has.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n curves in one pane cannot be told apart; several panes or charts can.</source>
            <translation>
                <numerusform>%n curve in one pane cannot be told apart; several panes or charts can.</numerusform>
                <numerusform>%n curves in one pane cannot be told apart; several panes or charts can.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChartPage</name>
        <message numerus="yes">
            <source>%n-minute bars, %1</source>
            <translation>
                <numerusform>%n-minute bars, %1</numerusform>
                <numerusform>%n-minute bars, %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n-minute bars and daily values, %1</source>
            <extracomment>some curves of the chart have bars of %n minutes, the others one value a day; %1 is a range of dates</extracomment>
            <translation>
                <numerusform>%n-minute bars and daily values, %1</numerusform>
                <numerusform>%n-minute bars and daily values, %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headlines are marked but not listed for lack of room.</source>
            <translation>
                <numerusform>One headline is marked but not listed for lack of room.</numerusform>
                <numerusform>%n headlines are marked but not listed for lack of room.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more headlines, marked without a number</source>
            <extracomment>end of a list of some of the headlines; the others are dots in the chart</extracomment>
            <translation>
                <numerusform>and one more headline, marked without a number</numerusform>
                <numerusform>and %n more headlines, marked without a number</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckCommand</name>
        <message numerus="yes">
            <source>%n headline(s) were not searched for claims yet: open the store in the window, or import something.</source>
            <translation>
                <numerusform>%n headline was not searched for claims yet: open the store in the window, or import something.</numerusform>
                <numerusform>%n headlines were not searched for claims yet: open the store in the window, or import something.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClaimSummary</name>
        <message numerus="yes">
            <source>%Ln claim(s)</source>
            <translation>
                <numerusform>%Ln claim</numerusform>
                <numerusform>%Ln claims</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln headline(s)</source>
            <translation>
                <numerusform>%Ln headline</numerusform>
                <numerusform>%Ln headlines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s) repeat a statement of the same headline and are not counted.</source>
            <translation>
                <numerusform>%Ln claim repeats a statement of the same headline and is not counted.</numerusform>
                <numerusform>%Ln claims repeat a statement of the same headline and are not counted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClaimTexts</name>
        <message numerus="yes">
            <source>%Ln verdict(s) rest on closes on which sources disagree; --json names them.</source>
            <translation>
                <numerusform>%Ln verdict rests on a close on which sources disagree; --json names them.</numerusform>
                <numerusform>%Ln verdicts rest on closes on which sources disagree; --json names them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CommandContext</name>
        <message numerus="yes">
            <source>%Ln claim(s) checked</source>
            <translation>
                <numerusform>%Ln claim checked</numerusform>
                <numerusform>%Ln claims checked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompareTexts</name>
        <message numerus="yes">
            <source>%Ln number(s) stated, and no data to check them with.</source>
            <translation>
                <numerusform>%Ln number stated, and no data to check it with.</numerusform>
                <numerusform>%Ln numbers stated, and no data to check them with.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln stated number(s) fit the computed change, %2.</source>
            <extracomment>%1: how many of them; %2: an amount</extracomment>
            <translation>
                <numerusform>%1 of %Ln stated number fits the computed change, %2.</numerusform>
                <numerusform>%1 of %Ln stated numbers fit the computed change, %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln stated number(s) fit the close, %2.</source>
            <translation>
                <numerusform>%1 of %Ln stated number fits the close, %2.</numerusform>
                <numerusform>%1 of %Ln stated numbers fit the close, %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln name(s) the session’s range rightly.</source>
            <translation>
                <numerusform>%Ln names the session’s range rightly.</numerusform>
                <numerusform>%Ln name the session’s range rightly.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln was/were reached during the session only.</source>
            <translation>
                <numerusform>%Ln was reached during the session only.</numerusform>
                <numerusform>%Ln were reached during the session only.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln fit(s) another basis.</source>
            <translation>
                <numerusform>%Ln fits another basis.</numerusform>
                <numerusform>%Ln fit another basis.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln fit(s) nothing that was measured.</source>
            <translation>
                <numerusform>%Ln fits nothing that was measured.</numerusform>
                <numerusform>%Ln fit nothing that was measured.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stated were: %1; and %Ln more.</source>
            <extracomment>%1: a list of stated numbers and what they are worth</extracomment>
            <translation>
                <numerusform>Stated were: %1; and %Ln more.</numerusform>
                <numerusform>Stated were: %1; and %Ln more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExplanationText</name>
        <message numerus="yes">
            <source>The number fits a span of %n session(s).</source>
            <translation>
                <numerusform>The number fits a span of %n session.</numerusform>
                <numerusform>The number fits a span of %n sessions.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Feed</name>
        <message numerus="yes">
            <source>The feed is cut off in line %1; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>The feed is cut off in line %1; the one item before that was read.</numerusform>
                <numerusform>The feed is cut off in line %1; the %n items before that were read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The feed declares entities or a document type of its own in line %1, which can do harm; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>The feed declares entities or a document type of its own in line %1, which can do harm; the one item before that was read.</numerusform>
                <numerusform>The feed declares entities or a document type of its own in line %1, which can do harm; the %n items before that were read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The feed is nested too deeply in line %1; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>The feed is nested too deeply in line %1; the one item before that was read.</numerusform>
                <numerusform>The feed is nested too deeply in line %1; the %n items before that were read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The feed is ill-formed at line %1; the %n item(s) before that were read.</source>
            <translation>
                <numerusform>The feed is ill-formed at line %1; the one item before that was read.</numerusform>
                <numerusform>The feed is ill-formed at line %1; the %n items before that were read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) without a title and a text were left out.</source>
            <translation>
                <numerusform>%n item without a title and a text was left out.</numerusform>
                <numerusform>%n items without a title and a text were left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FetchPrinter</name>
        <message numerus="yes">
            <source>%1: %Ln new row(s) look wrong (a price of zero, a jump, a day without a session ...) and were kept. See “Data quality” in the window.</source>
            <comment>source, or source and instrument</comment>
            <translation>
                <numerusform>%1: %Ln new row looks wrong (a price of zero, a jump, a day without a session ...) and was kept. See “Data quality” in the window.</numerusform>
                <numerusform>%1: %Ln new rows look wrong (a price of zero, a jump, a day without a session ...) and were kept. See “Data quality” in the window.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln item(s) were not asked for any more after that.</source>
            <translation>
                <numerusform>%1: %Ln item was not asked for any more after that.</numerusform>
                <numerusform>%1: %Ln items were not asked for any more after that.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln item(s) were under way then and are not complete.</source>
            <translation>
                <numerusform>%1: %Ln item was under way then and is not complete.</numerusform>
                <numerusform>%1: %Ln items were under way then and are not complete.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln single bar(s) came without a complete price (open, high, low, close) and were left out.</source>
            <comment>source and instrument</comment>
            <translation>
                <numerusform>%1: %Ln single bar came without a complete price (open, high, low, close) and was left out.</numerusform>
                <numerusform>%1: %Ln single bars came without a complete price (open, high, low, close) and were left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FetchTexts</name>
        <message numerus="yes">
            <source>%Ln row(s) of %1 could not be used. The first is line %2: %3 It reads: %4</source>
            <translation>
                <numerusform>%Ln row of %1 could not be used. It is line %2: %3 It reads: %4</numerusform>
                <numerusform>%Ln rows of %1 could not be used. The first is line %2: %3 It reads: %4</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 has no complete price (open, high, low, close) of %2 for %Ln session(s), the first on %3. The next run asks once more.</source>
            <translation>
                <numerusform>%1 has no complete price (open, high, low, close) of %2 for %Ln session, that of %3. The next run asks once more.</numerusform>
                <numerusform>%1 has no complete price (open, high, low, close) of %2 for %Ln sessions, the first on %3. The next run asks once more.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 still has no complete price (open, high, low, close) of %2 for %Ln session(s), the first on %3. They stay empty.</source>
            <translation>
                <numerusform>%1 still has no complete price (open, high, low, close) of %2 for %Ln session, that of %3. It stays empty.</numerusform>
                <numerusform>%1 still has no complete price (open, high, low, close) of %2 for %Ln sessions, the first on %3. They stay empty.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FollowCommand</name>
        <message numerus="yes">
            <source>%Ln trade(s) could not be stored; they are asked for again the next time.</source>
            <translation>
                <numerusform>%Ln trade could not be stored; it is asked for again the next time.</numerusform>
                <numerusform>%Ln trades could not be stored; they are asked for again the next time.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FollowPrinter</name>
        <message numerus="yes">
            <source>%1: %Ln gap(s) to be filled.</source>
            <comment>source and instrument</comment>
            <translation>
                <numerusform>%1: %Ln gap to be filled.</numerusform>
                <numerusform>%1: %Ln gaps to be filled.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportCommand</name>
        <message numerus="yes">
            <source>%Ln row(s) removed</source>
            <translation>
                <numerusform>%Ln row removed</numerusform>
                <numerusform>%Ln rows removed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) restored</source>
            <translation>
                <numerusform>%Ln row restored</numerusform>
                <numerusform>%Ln rows restored</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln former value(s) dropped</source>
            <translation>
                <numerusform>%Ln former value dropped</numerusform>
                <numerusform>%Ln former values dropped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPrinter</name>
        <message numerus="yes">
            <source>%n suspicious bar(s) were kept and flagged: %1.</source>
            <translation>
                <numerusform>One suspicious bar was kept and flagged: %1.</numerusform>
                <numerusform>%n suspicious bars were kept and flagged: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) have a price of zero or below; they were kept.</source>
            <translation>
                <numerusform>%n row has a price of zero or below; it was kept.</numerusform>
                <numerusform>%n rows have a price of zero or below; they were kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) have more than eight decimals and were rounded.</source>
            <translation>
                <numerusform>%n row has more than eight decimals and was rounded.</numerusform>
                <numerusform>%n rows have more than eight decimals and were rounded.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What was read before is stored: %Ln tick(s). Importing the whole file again adds what is missing.</source>
            <translation>
                <numerusform>What was read before is stored: %Ln tick. Importing the whole file again adds what is missing.</numerusform>
                <numerusform>What was read before is stored: %Ln ticks. Importing the whole file again adds what is missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln dividend(s)</source>
            <translation>
                <numerusform>%Ln dividend</numerusform>
                <numerusform>%Ln dividends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s)</source>
            <translation>
                <numerusform>%Ln item</numerusform>
                <numerusform>%Ln items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s) found</source>
            <translation>
                <numerusform>%Ln claim found</numerusform>
                <numerusform>%Ln claims found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s) tell a story again that is there already.</source>
            <translation>
                <numerusform>%Ln item tells a story again that is there already.</numerusform>
                <numerusform>%Ln items tell a story again that is there already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s) have no date.</source>
            <translation>
                <numerusform>%Ln item has no date.</numerusform>
                <numerusform>%Ln items have no date.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln item(s) have a date that cannot be right: %1</source>
            <translation>
                <numerusform>%Ln item has a date that cannot be right: %1</numerusform>
                <numerusform>%Ln items have a date that cannot be right: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n bar(s) lie outside the years that the trading calendar knows; their sessions are unverified.</source>
            <translation>
                <numerusform>%1: one bar lies outside the years that the trading calendar knows; its session is unverified.</numerusform>
                <numerusform>%1: %n bars lie outside the years that the trading calendar knows; their sessions are unverified.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n session(s) without a bar: %2.</source>
            <translation>
                <numerusform>%1: one session without a bar: %2.</numerusform>
                <numerusform>%1: %n sessions without a bar: %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) contradict an earlier row for the same time and took its place: line %1.</source>
            <translation>
                <numerusform>One row contradicts an earlier row for the same time and took its place: line %1.</numerusform>
                <numerusform>%n rows contradict an earlier row for the same time and took its place: line %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) were rejected:</source>
            <translation>
                <numerusform>One row was rejected:</numerusform>
                <numerusform>%n rows were rejected:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) in %1 s: %2 rows/s.</source>
            <translation>
                <numerusform>%Ln row in %1 s: %2 rows/s.</numerusform>
                <numerusform>%Ln rows in %1 s: %2 rows/s.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InstrumentCommand</name>
        <message numerus="yes">
            <source>%1 was removed, with %n bar(s).</source>
            <translation>
                <numerusform>%1 was removed, with one bar.</numerusform>
                <numerusform>%1 was removed, with %n bars.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LiveTexts</name>
        <message numerus="yes">
            <source>and %Ln more</source>
            <comment>gaps in time</comment>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1; %Ln more wait for the disk</source>
            <comment>trades</comment>
            <translation>
                <numerusform>%1; %Ln more waits for the disk</numerusform>
                <numerusform>%1; %Ln more wait for the disk</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutcomeText</name>
        <message numerus="yes">
            <source>%n chart(s) are in %1.</source>
            <translation>
                <numerusform>%n chart is in %1.</numerusform>
                <numerusform>%n charts are in %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be written.</source>
            <translation>
                <numerusform>%n file could not be written.</numerusform>
                <numerusform>%n files could not be written.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) found no room.</source>
            <translation>
                <numerusform>%n headline found no room.</numerusform>
                <numerusform>%n headlines found no room.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1 are instruments</extracomment>
            <translation>
                <numerusform>%1 and one more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n curves in one pane cannot be told apart; several panes or charts can.</source>
            <translation>
                <numerusform>%n curve in one pane cannot be told apart; several panes or charts can.</numerusform>
                <numerusform>%n curves in one pane cannot be told apart; several panes or charts can.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QualityTexts</name>
        <message numerus="yes">
            <source>%1 That is the largest difference; they differ by more than half a percent on %Ln sessions.</source>
            <extracomment>%1: a sentence about the worst of several sessions</extracomment>
            <translation>
                <numerusform>%1 That is the largest difference; they differ by more than half a percent on %Ln session.</numerusform>
                <numerusform>%1 That is the largest difference; they differ by more than half a percent on %Ln sessions.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 That is the first of %Ln such jumps.</source>
            <extracomment>%1: a sentence about the first of several jumps of a price</extracomment>
            <translation>
                <numerusform>%1 That is the first of %Ln such jumps.</numerusform>
                <numerusform>%1 That is the first of %Ln such jumps.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln h</source>
            <comment>hours</comment>
            <translation>
                <numerusform>%Ln h</numerusform>
                <numerusform>%Ln h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln min</source>
            <comment>minutes</comment>
            <translation>
                <numerusform>%Ln min</numerusform>
                <numerusform>%Ln min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln s</source>
            <comment>seconds</comment>
            <translation>
                <numerusform>%Ln s</numerusform>
                <numerusform>%Ln s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln session(s) missing</source>
            <translation>
                <numerusform>%Ln session missing</numerusform>
                <numerusform>%Ln sessions missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln bar(s)</source>
            <translation>
                <numerusform>%Ln bar</numerusform>
                <numerusform>%Ln bars</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln bar(s), %1 the first</source>
            <translation>
                <numerusform>%Ln bar, at %1</numerusform>
                <numerusform>%Ln bars, %1 the first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln jump(s), the first from %1 to %2</source>
            <translation>
                <numerusform>%Ln jump, from %1 to %2</numerusform>
                <numerusform>%Ln jumps, the first from %1 to %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln bar(s), the first with low %1 and high %2</source>
            <translation>
                <numerusform>%Ln bar with low %1 and high %2</numerusform>
                <numerusform>%Ln bars, the first with low %1 and high %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 has no quotes of %Ln session(s) of its exchange (source: %2).</source>
            <translation>
                <numerusform>%1 has no quote of %Ln session of its exchange (source: %2).</numerusform>
                <numerusform>%1 has no quotes of %Ln sessions of its exchange (source: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 has %Ln bar(s) of days on which its exchange was closed, according to the calendar (source: %2).</source>
            <translation>
                <numerusform>%1 has %Ln bar of a day on which its exchange was closed, according to the calendar (source: %2).</numerusform>
                <numerusform>%1 has %Ln bars of days on which its exchange was closed, according to the calendar (source: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 has %Ln bar(s) of days that the calendar of its exchange does not reach: nobody knows whether sessions are missing there (source: %2).</source>
            <translation>
                <numerusform>%1 has %Ln bar of a day that the calendar of its exchange does not reach: nobody knows whether sessions are missing there (source: %2).</numerusform>
                <numerusform>%1 has %Ln bars of days that the calendar of its exchange does not reach: nobody knows whether sessions are missing there (source: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %Ln bar(s) of %1 all four prices are equal and nothing was traded (source: %2).</source>
            <translation>
                <numerusform>In %Ln bar of %1 all four prices are equal and nothing was traded (source: %2).</numerusform>
                <numerusform>In %Ln bars of %1 all four prices are equal and nothing was traded (source: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %Ln bar(s) of %1 the low is above the high, or open or close lie outside them. The first is on %2, low %3, high %4 (source: %5).</source>
            <translation>
                <numerusform>In %Ln bar of %1 the low is above the high, or open or close lie outside them: on %2, low %3, high %4 (source: %5).</numerusform>
                <numerusform>In %Ln bars of %1 the low is above the high, or open or close lie outside them. The first is on %2, low %3, high %4 (source: %5).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %Ln bar(s) of %1 a price is zero or negative. The first is on %2, at %3 (source: %4).</source>
            <translation>
                <numerusform>In %Ln bar of %1 a price is zero or negative: on %2, at %3 (source: %4).</numerusform>
                <numerusform>In %Ln bars of %1 a price is zero or negative. The first is on %2, at %3 (source: %4).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The file had %Ln bar(s) of %1 more than once; the last value stands (source: %2).</source>
            <translation>
                <numerusform>The file had %Ln bar of %1 more than once; the last value stands (source: %2).</numerusform>
                <numerusform>The file had %Ln bars of %1 more than once; the last value stands (source: %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <extracomment>%1: a list of dates</extracomment>
            <translation>
                <numerusform>%1 and %Ln more</numerusform>
                <numerusform>%1 and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message numerus="yes">
            <source>%Ln headline(s) were not searched for claims yet.</source>
            <translation>
                <numerusform>%Ln headline was not searched for claims yet.</numerusform>
                <numerusform>%Ln headlines were not searched for claims yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n instrument(s)</source>
            <translation>
                <numerusform>%n instrument</numerusform>
                <numerusform>%n instruments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s)</source>
            <translation>
                <numerusform>%n headline</numerusform>
                <numerusform>%n headlines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n number(s) checked:</source>
            <translation>
                <numerusform>%n number checked:</numerusform>
                <numerusform>%n numbers checked:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more instrument(s) stand in the summary only: a report draws no more charts than can be compared.</source>
            <translation>
                <numerusform>%n more instrument stands in the summary only: a report draws no more charts than can be compared.</numerusform>
                <numerusform>%n more instruments stand in the summary only: a report draws no more charts than can be compared.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more finding(s) stand in the program under data quality.</source>
            <translation>
                <numerusform>%n more finding stands in the program under data quality.</numerusform>
                <numerusform>%n more findings stand in the program under data quality.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) without a number lie outside the trading days of a chart.</source>
            <translation>
                <numerusform>%n headline without a number lies outside the trading days of a chart.</numerusform>
                <numerusform>%n headlines without a number lie outside the trading days of a chart.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s) repeat a statement of the same headline and are not listed again.</source>
            <translation>
                <numerusform>%Ln claim repeats a statement of the same headline and is not listed again.</numerusform>
                <numerusform>%Ln claims repeat a statement of the same headline and are not listed again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 %2% from %3 to %4, over %n trading day(s) without a price</source>
            <extracomment>an instrument, its move in percent, two dates; %n trading days between them have no price</extracomment>
            <translation>
                <numerusform>%1 %2% from %3 to %4, over one trading day without a price</numerusform>
                <numerusform>%1 %2% from %3 to %4, over %n trading days without a price</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SimulateCommand</name>
        <message numerus="yes">
            <source>Interrupted: %Ln simulated tick(s) of %1 are stored.</source>
            <translation>
                <numerusform>Interrupted: %Ln simulated tick of %1 is stored.</numerusform>
                <numerusform>Interrupted: %Ln simulated ticks of %1 are stored.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %Ln simulated tick(s) were written; there already: %2.</source>
            <translation>
                <numerusform>%1: %Ln simulated tick was written; there already: %2.</numerusform>
                <numerusform>%1: %Ln simulated ticks were written; there already: %2.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceTexts</name>
        <message numerus="yes">
            <source>failed %Ln time(s) in a row</source>
            <translation>
                <numerusform>failed %Ln time</numerusform>
                <numerusform>failed %Ln times in a row</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln hour(s)</source>
            <translation>
                <numerusform>every hour</numerusform>
                <numerusform>every %Ln hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln minute(s)</source>
            <translation>
                <numerusform>every minute</numerusform>
                <numerusform>every %Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln hour(s) in trading hours</source>
            <translation>
                <numerusform>every hour in trading hours</numerusform>
                <numerusform>every %Ln hours in trading hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln minute(s) in trading hours</source>
            <translation>
                <numerusform>every minute in trading hours</numerusform>
                <numerusform>every %Ln minutes in trading hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minute(s) ago</source>
            <translation>
                <numerusform>%Ln minute ago</numerusform>
                <numerusform>%Ln minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln minute(s)</source>
            <translation>
                <numerusform>in %Ln minute</numerusform>
                <numerusform>in %Ln minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VerdictLabel</name>
        <message numerus="yes">
            <source>fits: %n session(s)</source>
            <extracomment>a move over this many sessions</extracomment>
            <translation>
                <numerusform>fits: %n session</numerusform>
                <numerusform>fits: %n sessions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::ClaimFilterBar</name>
        <message numerus="yes">
            <source>%1 of %Ln claims</source>
            <extracomment>"5 of 27 claims": what a filter leaves of all</extracomment>
            <translation>
                <numerusform>%1 of %Ln claim</numerusform>
                <numerusform>%1 of %Ln claims</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::ClaimsPanel</name>
        <message numerus="yes">
            <source>%Ln claims</source>
            <translation>
                <numerusform>%Ln claim</numerusform>
                <numerusform>%Ln claims</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln claims</source>
            <translation>
                <numerusform>%1 of %Ln claim</numerusform>
                <numerusform>%1 of %Ln claims</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln of them repeated</source>
            <extracomment>%1: a count of claims; some say again what their headline says already: "90 claims, 1 of them repeated"</extracomment>
            <translation>
                <numerusform>%1, %Ln of them repeated</numerusform>
                <numerusform>%1, %Ln of them repeated</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareTopicDelegate</name>
        <message numerus="yes">
            <source>%Ln claim(s)</source>
            <translation>
                <numerusform>%Ln claim</numerusform>
                <numerusform>%Ln claims</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::claimview::CompareView</name>
        <message numerus="yes">
            <source>%Ln topic(s)</source>
            <translation>
                <numerusform>%Ln topic</numerusform>
                <numerusform>%Ln topics</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln topic(s)</source>
            <translation>
                <numerusform>%1 of %Ln topic</numerusform>
                <numerusform>%1 of %Ln topics</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln claim(s)</source>
            <translation>
                <numerusform>%Ln claim</numerusform>
                <numerusform>%Ln claims</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::ChartTableDialog</name>
        <message numerus="yes">
            <source>One row for the ticks of every %n minute(s).</source>
            <translation>
                <numerusform>One row for the ticks of every minute.</numerusform>
                <numerusform>One row for the ticks of every %n minutes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>One row for the ticks of every %n second(s).</source>
            <translation>
                <numerusform>One row for the ticks of every second.</numerusform>
                <numerusform>One row for the ticks of every %n seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::desk::DeskStack</name>
        <message numerus="yes">
            <source>%n-minute bars</source>
            <translation>
                <numerusform>%n-minute bars</numerusform>
                <numerusform>%n-minute bars</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::ImportText</name>
        <message numerus="yes">
            <source>%1, %2 rows, %3 per second, about %n minute(s) left</source>
            <translation>
                <numerusform>%1, %2 rows, %3 per second, about %n minute left</numerusform>
                <numerusform>%1, %2 rows, %3 per second, about %n minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %2 rows, %3 per second, about %n second(s) left</source>
            <translation>
                <numerusform>%1, %2 rows, %3 per second, about %n second left</numerusform>
                <numerusform>%1, %2 rows, %3 per second, about %n seconds left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::InstrumentsDialog</name>
        <message numerus="yes">
            <source>Merged into %1. %n bar(s) that both had are those of %1.</source>
            <translation>
                <numerusform>Merged into %1. %n bar that both had is that of %1.</numerusform>
                <numerusform>Merged into %1. %n bars that both had are those of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n daily bar(s)</source>
            <translation>
                <numerusform>%n daily bar</numerusform>
                <numerusform>%n daily bars</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n intraday bar(s)</source>
            <translation>
                <numerusform>%n intraday bar</numerusform>
                <numerusform>%n intraday bars</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 tick(s)</source>
            <translation>
                <numerusform>%1 tick</numerusform>
                <numerusform>%1 ticks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n share count(s)</source>
            <translation>
                <numerusform>%n share count</numerusform>
                <numerusform>%n share counts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n split(s) and dividend(s)</source>
            <translation>
                <numerusform>%n split or dividend</numerusform>
                <numerusform>%n splits and dividends</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SeriesBox</name>
        <message numerus="yes">
            <source>Bars of %n minute(s)</source>
            <translation>
                <numerusform>Bars of %n minute</numerusform>
                <numerusform>Bars of %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bars of %n second(s)</source>
            <translation>
                <numerusform>Bars of %n second</numerusform>
                <numerusform>Bars of %n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceDetails</name>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourceProfileField</name>
        <message numerus="yes">
            <source>as the profile says, %Ln column(s)</source>
            <translation>
                <numerusform>as the profile says, %Ln column</numerusform>
                <numerusform>as the profile says, %Ln columns</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::dialogs::SourcesDialog</name>
        <message numerus="yes">
            <source>%Ln source(s) are being fetched.</source>
            <translation>
                <numerusform>%Ln source is being fetched.</numerusform>
                <numerusform>%Ln sources are being fetched.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s) failed.</source>
            <translation>
                <numerusform>%Ln source failed.</numerusform>
                <numerusform>%Ln sources failed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::exportdialog::ExportDialog</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n headline(s) find no room in the list on this page.</source>
            <translation>
                <numerusform>%n headline finds no room in the list on this page.</numerusform>
                <numerusform>%n headlines find no room in the list on this page.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There are %n files of these names already.</source>
            <translation>
                <numerusform>There is %n file of one of these names already.</numerusform>
                <numerusform>There are %n files of these names already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled after %n file(s), which are complete.</source>
            <translation>
                <numerusform>Cancelled after %n file, which is complete.</numerusform>
                <numerusform>Cancelled after %n files, which are complete.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::exportdialog::ExportForm</name>
        <message numerus="yes">
            <source>%n linked chart(s) on one page</source>
            <translation>
                <numerusform>The linked chart on one page</numerusform>
                <numerusform>%n linked charts on one page</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Each of %n chart(s) as a file</source>
            <translation>
                <numerusform>The one chart as a file</numerusform>
                <numerusform>Each of %n charts as a file</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Each of %n instrument(s) of the watchlist as a file</source>
            <translation>
                <numerusform>The one instrument of the watchlist as a file</numerusform>
                <numerusform>Each of %n instruments of the watchlist as a file</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::HeadlineFilterBar</name>
        <message numerus="yes">
            <source>%1 of %Ln headlines</source>
            <extracomment>"5 of 27 headlines": what a filter leaves of all</extracomment>
            <translation>
                <numerusform>%1 of %Ln headline</numerusform>
                <numerusform>%1 of %Ln headlines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::newsview::HeadlinePanel</name>
        <message numerus="yes">
            <source>%Ln in view</source>
            <comment>headlines published in the visible part of the time axis</comment>
            <translation>
                <numerusform>%Ln in view</numerusform>
                <numerusform>%Ln in view</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln headlines</source>
            <translation>
                <numerusform>%Ln headline</numerusform>
                <numerusform>%Ln headlines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::panels::QualityPanel</name>
        <message numerus="yes">
            <source>%1 of %Ln findings</source>
            <translation>
                <numerusform>%1 of %Ln finding</numerusform>
                <numerusform>%1 of %Ln findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln findings</source>
            <translation>
                <numerusform>%Ln finding</numerusform>
                <numerusform>%Ln findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln bars</source>
            <comment>in: Nothing found in ...</comment>
            <translation>
                <numerusform>%Ln bar</numerusform>
                <numerusform>%Ln bars</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln instruments</source>
            <comment>in: Nothing found in ... of ...</comment>
            <translation>
                <numerusform>%Ln instrument</numerusform>
                <numerusform>%Ln instruments</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::panels::WatchlistPanel</name>
        <message numerus="yes">
            <source>%Ln live, %1</source>
            <comment>date of the other rows' closing prices</comment>
            <translation>
                <numerusform>%Ln live, %1</numerusform>
                <numerusform>%Ln live, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::pipeline::FetchScheduler</name>
        <message numerus="yes">
            <source>%Ln new</source>
            <extracomment>quotes or headlines that a source brought</extracomment>
            <translation>
                <numerusform>%Ln new</numerusform>
                <numerusform>%Ln new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln replaced</source>
            <extracomment>quotes or headlines that a source brought</extracomment>
            <translation>
                <numerusform>%Ln replaced</numerusform>
                <numerusform>%Ln replaced</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln failed</source>
            <extracomment>requests of a source</extracomment>
            <translation>
                <numerusform>%Ln failed</numerusform>
                <numerusform>%Ln failed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::reportview::InstrumentBox</name>
        <message numerus="yes">
            <source>Those of the charts (%Ln)</source>
            <translation>
                <numerusform>That of the charts (%Ln)</numerusform>
                <numerusform>Those of the charts (%Ln)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::reportview::ReportDialog</name>
        <message numerus="yes">
            <source>The report is in %1: %Ln page(s).</source>
            <translation>
                <numerusform>The report is in %1: %Ln page.</numerusform>
                <numerusform>The report is in %1: %Ln pages.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Dialect</name>
        <message numerus="yes">
            <source>The columns are those of %n symbols: %1.</source>
            <translation>
                <numerusform>The columns are those of one symbol: %1.</numerusform>
                <numerusform>The columns are those of %n symbols: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by semicolons: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Columns are parted by semicolons: one row looked at, %1 fields.</numerusform>
                <numerusform>Columns are parted by semicolons: %Ln rows looked at, %1 fields each.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by tabs: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Columns are parted by tabs: one row looked at, %1 fields.</numerusform>
                <numerusform>Columns are parted by tabs: %Ln rows looked at, %1 fields each.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by vertical bars: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Columns are parted by vertical bars: one row looked at, %1 fields.</numerusform>
                <numerusform>Columns are parted by vertical bars: %Ln rows looked at, %1 fields each.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Columns are parted by commas: %n rows looked at, %1 fields each.</source>
            <translation>
                <numerusform>Columns are parted by commas: one row looked at, %1 fields.</numerusform>
                <numerusform>Columns are parted by commas: %Ln rows looked at, %1 fields each.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::sources::Timing</name>
        <message numerus="yes">
            <source>Rows of %1 are at least %n days apart: weekly or monthly bars are not daily ones. If they are single days, say so in a profile: "interval": "daily".</source>
            <translation>
                <numerusform>Rows of %1 are at least a day apart: weekly or monthly bars are not daily ones. If they are single days, say so in a profile: "interval": "daily".</numerusform>
                <numerusform>Rows of %1 are at least %n days apart: weekly or monthly bars are not daily ones. If they are single days, say so in a profile: "interval": "daily".</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::ClaimTableModel</name>
        <message numerus="yes">
            <source>%1 (%n sessions)</source>
            <extracomment>%1: the last of several sessions</extracomment>
            <translation>
                <numerusform>%1 (%n session)</numerusform>
                <numerusform>%1 (%n sessions)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::tables::PublisherSummaryModel</name>
        <message numerus="yes">
            <source>A rate is shown from %n decided statements on.</source>
            <translation>
                <numerusform>A rate is shown from %n decided statement on.</numerusform>
                <numerusform>A rate is shown from %n decided statements on.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::ExportControl</name>
        <message numerus="yes">
            <source>The charts are printed; %n headline(s) found no room on the paper.</source>
            <translation>
                <numerusform>The charts are printed; %n headline found no room on the paper.</numerusform>
                <numerusform>The charts are printed; %n headlines found no room on the paper.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LiveCard</name>
        <message numerus="yes">
            <source>%Ln gap(s)</source>
            <translation>
                <numerusform>%Ln gap</numerusform>
                <numerusform>%Ln gaps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LiveGlance</name>
        <message numerus="yes">
            <source>%Ln live stream(s)</source>
            <translation>
                <numerusform>%Ln live stream</numerusform>
                <numerusform>%Ln live streams</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::LivePopup</name>
        <message numerus="yes">
            <source>%Ln live stream(s)</source>
            <translation>
                <numerusform>%Ln live stream</numerusform>
                <numerusform>%Ln live streams</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::SourceGlanceButton</name>
        <message numerus="yes">
            <source>Fetching %Ln source(s)</source>
            <translation>
                <numerusform>Fetching %Ln source</numerusform>
                <numerusform>Fetching %Ln sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s) failed</source>
            <translation>
                <numerusform>%Ln source failed</numerusform>
                <numerusform>%Ln sources failed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::SourceWatch</name>
        <message numerus="yes">
            <source>%Ln sources could not be fetched.</source>
            <translation>
                <numerusform>%Ln source could not be fetched.</numerusform>
                <numerusform>%Ln sources could not be fetched.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tickmark::window::StatusLine</name>
        <message numerus="yes">
            <source>%Ln instrument(s)</source>
            <translation>
                <numerusform>%Ln instrument</numerusform>
                <numerusform>%Ln instruments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln daily bar(s)</source>
            <translation>
                <numerusform>%Ln daily bar</numerusform>
                <numerusform>%Ln daily bars</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln intraday bar(s)</source>
            <translation>
                <numerusform>%Ln intraday bar</numerusform>
                <numerusform>%Ln intraday bars</numerusform>
            </translation>
        </message>
    </context>
</TS>
