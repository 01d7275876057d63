//! English words of reported speech: `SPEECH` lists them by kind.

use crate::lang::speech::{
    ADVERB, AUXILIARY, BODY, CALL, CONJUNCTION, DETERMINER, ELISION, FEMALE, HE, KNOW, MALE, NICK, PAPER, PERSON,
    PLURAL, PREPOSITION, PRONOUN, RELATIVE, SAY, SHE, SLOGAN, SPOKESPERSON, SUBORDINATOR, TERM, THEY, THINK, TIME,
    TITLE, TOLD, URGE, Vocabulary, WORK,
};

/// Words in lower case, separated by single blanks; every form is written out.
#[rustfmt::skip]
pub static SPEECH: Vocabulary = Vocabulary::new(&[
    (SAY, "\
        say says said saying tell tells told telling add adds added adding state states stated stating write \
        writes wrote written writing explain explains explained explaining note notes noted noting announce \
        announces announced announcing argue argues argued arguing assert asserts asserted asserting claim \
        claims claimed claiming declare declares declared declaring insist insists insisted insisting reply \
        replies replied replying respond responds responded responding answer answers answered answering tweet \
        tweets tweeted tweeting retweet retweets retweeted post posts posted posting remark remarks remarked \
        remarking observe observes observed observing comment comments commented commenting continue continues \
        continued continuing conclude concludes concluded concluding recall recalls recalled recalling quip \
        quips quipped quipping joke jokes joked joking warn warns warned warning stress stresses stressed \
        stressing emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising \
        reiterate reiterates reiterated reiterating repeat repeats repeated repeating maintain maintains \
        maintained maintaining contend contends contended contending confirm confirms confirmed confirming \
        confess confesses confessed confessing admit admits admitted admitting acknowledge acknowledges \
        acknowledged acknowledging concede concedes conceded conceding exclaim exclaims exclaimed exclaiming \
        shout shouts shouted shouting yell yells yelled yelling scream screams screamed screaming cries cried \
        mutter muttered muttering whisper whispers whispered whispering murmur murmurs murmured murmuring ask \
        asks asked asking report reports reported reporting allege alleges alleged alleging boast boasts boasted \
        boasting complain complains complained complaining reveal reveals revealed revealing disclose discloses \
        disclosed disclosing proclaim proclaims proclaimed proclaiming predict predicts predicted predicting \
        caution cautions cautioned cautioning assure assures assured assuring retort retorts retorted retorting \
        opine opines opined opining muse muses mused musing lament laments lamented lamenting vow vows vowed \
        vowing pledge pledges pledged pledging promise promises promised promising testify testifies testified \
        testifying counter counters countered countering elaborate elaborates elaborated elaborating recount \
        recounts recounted recounting relate relates related relating reads sneer sneers sneered sneering snap \
        snaps snapped snapping bellowed roared thundered intoned whined gushed crowed deadpanned chortled chant \
        chants chanted chanting interject interjects interjected interjecting posit posits posited positing \
        utter utters uttered uttering voiced voicing email emails emailed emailing texted texting blog blogs \
        blogged blogging radioed reasoned swear swears swore sworn swearing implore implores implored imploring \
        protest protests protested protesting affirm affirms affirmed affirming underline underlines underlined \
        underlining underscore underscores underscored underscoring advise advises advised advising agree agrees \
        agreed agreing echo echoes echoed echoing suggest suggests suggested suggesting chime chimes chimed \
        chiming volunteered volunteering bemoan bemoans bemoaned bemoaning concur concurs concurred inform \
        informs informed informing remind reminds reminded reminding urge urges urged urging notify notifies \
        notified notifying express expresses expressed expressing mention mentions mentioned mentioning estimate \
        estimates estimated estimating reckon reckons reckoned reckoning read"),
    (THINK, "\
        believe believes believed believing think thinks thought thinking hope hopes hoped hoping fear fears \
        fearing expect expects expected expecting feel feels felt feeling suspect suspects suspected suspecting \
        worry worries worried worrying imagine imagines imagined imagining doubt doubts doubted doubting wonder \
        wonders wondered wondering anticipate anticipates anticipated anticipating forecast forecasts forecasted \
        forecasting foresee foresees foresaw foreseeing deny denies denied denying hint hints hinted hinting \
        imply implies implied implying indicate indicates indicated indicating propose proposes proposed \
        proposing recommend recommends recommended recommending signal signals signaled signalled signaling \
        signalling guess guesses guessed guessing bet bets betting dreamed pray prays prayed praying realise \
        realises realised realising realize realizes realized realizing regret regrets regretted regretting \
        understand understands understood assume assumes assumed assuming hypothesise hypothesises hypothesised \
        hypothesising hypothesize hypothesizes hypothesized hypothesizing speculate speculates speculated \
        speculating theorise theorises theorised theorising decide decides decided deciding plan plans planned \
        planning threaten threatens threatened threatening calculate calculates calculated calculating project \
        projects projected projecting agree agrees agreed agreing demand demands demanded demanding"),
    (CALL, "\
        call calls called calling describe describes described describing dub dubs dubbed dubbing brand brands \
        branded branding label labels labeled labelled labeling labelling term terms termed terming characterize \
        characterizes characterized characterizing characterise characterises characterised characterising \
        criticize criticizes criticized criticizing criticise criticises criticised criticising condemn condemns \
        condemned condemning denounce denounces denounced denouncing praise praises praised praising hail hails \
        hailed hailing slam slams slammed slamming blast blasts blasted blasting decry decries decried decrying \
        deride derides derided deriding mock mocks mocked mocking attack attacks attacked attacking accuse \
        accuses accused accusing blame blames blamed blaming credit credits credited crediting question \
        questions questioned questioning welcome welcomes welcomed welcoming laud lauds lauded lauding commend \
        commends commended commending applaud applauds applauded applauding liken likens likened likening \
        compare compares compared comparing dismiss dismisses dismissed dismissing reject rejects rejected \
        rejecting defend defends defended defending cite cites cited citing quote quotes quoted quoting refer \
        refers referred referring tout touts touted touting bill bills billed billing portray portrays portrayed \
        portraying rate rates rated rating consider considers considered considering rapped lambast lambasts \
        lambasted lambasting lambaste lambastes berate berates berated berating rebuke rebukes rebuked rebuking \
        chide chides chided chiding commemorate commemorates commemorated commemorating mourn mourns mourned \
        mourning salute salutes saluted saluting thank thanks thanked thanking congratulate congratulates \
        congratulated congratulating bemoan bemoans bemoaned bemoaning admit admits admitted admitting promise \
        promises promised promising railed railing pan pans paned paning rubbish rubbishes rubbished rubbishing \
        castigate castigates castigated castigating rue rues rued ruing highlight highlights highlighted \
        highlighting invoke invokes invoked invoking mention mentions mentioned mentioning"),
    (URGE, "\
        urge urges urged urging ask asks asked asking order orders ordered ordering demand demands demanded \
        demanding advise advises advised advising appeal appeals appealed appealing beg begs begged begging \
        implore implores implored imploring exhort exhorts exhorted exhorting instruct instructs instructed \
        instructing encourage encourages encouraged encouraging invite invites invited inviting request requests \
        requested requesting tell tells told telling warn warns warned warning persuade persuades persuaded \
        persuading remind reminds reminded reminding call calls called calling promise promises promised \
        promising pledge pledges pledged pledging vow vows vowed vowing threaten threatens threatened \
        threatening offer offers offered offering agree agrees agreed agreing"),
    (TOLD, "\
        tell tells told telling ask asks asked asking inform informs informed informing assure assures assured \
        assuring remind reminds reminded reminding warn warns warned warning urge urges urged urging advise \
        advises advised advising notify notifies notified notifying order orders ordered ordering implore \
        implores implored imploring beg begs begged begging caution cautions cautioned cautioning texted texting \
        email emails emailed emailing quote quotes quoted quoting cite cites cited citing exhort exhorts \
        exhorted exhorting instruct instructs instructed instructing thank thanks thanked thanking accuse \
        accuses accused accusing invite invites invited inviting"),
    (KNOW, "\
        find finds found finding show shows showed shown showing know knows knew known knowing see sees saw seen \
        seeing learn learns learned learning prove proves proved proving demonstrate demonstrates demonstrated \
        demonstrating determine determines determined determining hear hears heard hearing"),
    (PRONOUN | HE, "he"),
    (PRONOUN | SHE, "she"),
    (PRONOUN | THEY, "they we"),
    (PRONOUN, "i you one it"),
    (RELATIVE, "who which that whom whose"),
    (DETERMINER, "the a an this that these those his her their its our my your some many several most few one another \
        other no any each every both all two three four five"),
    (PREPOSITION, "of in on at by for with from to about into over under against among between through during before \
        after within without across near off per via amid despite toward towards upon outside inside alongside since \
        until as like than regarding concerning"),
    (ADVERB, "also later then further furthermore earlier once again still now already even just recently previously \
        often always never repeatedly publicly privately first today yesterday not so too simply meanwhile \
        however therefore thus instead indeed perhaps soon back out"),
    (AUXILIARY, "has have had having is are was were be been being am will would shall should can could may might must \
        do does did to hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't doesn't don't didn't cannot can't"),
    (CONJUNCTION, "and but or nor yet"),
    (SUBORDINATOR, "while as when after before because since if although though unless until whereas where whether"),
    (PERSON, "minister secretary president chairman chairwoman chair chairperson director spokesman spokeswoman \
        spokesperson chief head leader senator congressman congresswoman representative governor mayor lawmaker \
        lawyer attorney solicitor barrister judge justice prosecutor magistrate sheriff officer detective inspector \
        superintendent constable commissioner commander general colonel captain lieutenant sergeant soldier admiral \
        analyst economist expert scientist researcher professor doctor surgeon nurse physician epidemiologist \
        virologist biologist astronomer historian teacher principal headteacher student pupil lecturer scholar academic \
        author writer poet novelist journalist reporter correspondent editor columnist critic commentator presenter \
        actor actress singer musician filmmaker producer star comedian artist player coach manager skipper \
        goalkeeper striker midfielder defender batsman batter bowler opener umpire referee athlete champion winner \
        trainer jockey driver rider swimmer runner cyclist boxer fan supporter owner founder executive ceo boss \
        entrepreneur investor trader dealer broker banker strategist adviser advisor aide campaigner activist protester \
        volunteer organiser organizer member candidate nominee mp politician premier chancellor ambassador \
        diplomat envoy official insider source witness victim survivor suspect defendant resident neighbour neighbor \
        passenger pilot worker employee farmer fisherman shopkeeper villager tourist customer client patient shareholder \
        man woman boy girl father mother son daughter brother sister wife husband partner widow friend colleague uncle \
        aunt cousin grandfather grandmother parent relative teenager pensioner priest bishop archbishop pope rabbi imam \
        cleric pastor monk king queen prince princess duke duchess emperor sultan sheikh deputy counterpart predecessor \
        successor mogul billionaire businessman businesswoman businessperson developer designer engineer architect \
        programmer consultant specialist assemblyman assemblywoman alderman alderwoman congressperson assemblymember msp td therapist psychologist psychiatrist vet conservationist ranger guide chef \
        commenter user blogger reader caller councillor councilman councilwoman treasurer speaker whip veteran \
        lawmaker legislator negotiator delegate voter citizen immigrant migrant refugee rebel militant hostage prisoner \
        inmate coroner pathologist firefighter paramedic rescuer climber explorer hunter collector curator librarian"),
    (PERSON | PLURAL, "ministers secretaries presidents directors spokesmen leaders senators governors mayors lawmakers \
        lawyers attorneys judges prosecutors officers detectives commanders generals soldiers analysts economists experts \
        scientists researchers professors doctors surgeons nurses teachers students pupils academics scholars authors \
        writers journalists reporters critics commentators players coaches managers fans supporters owners founders \
        executives bosses investors traders dealers brokers bankers strategists advisers advisors aides campaigners \
        activists protesters volunteers organisers organizers members candidates mps politicians ambassadors diplomats \
        officials insiders sources witnesses victims survivors suspects residents neighbours neighbors passengers pilots \
        workers employees farmers villagers tourists customers patients shareholders men women boys girls parents \
        relatives friends colleagues teenagers people voters citizens republicans democrats conservatives liberals \
        observers opponents rivals backers users readers rebels militants others authorities investigators pollsters \
        respondents firefighters paramedics rescuers allies"),
    (SPOKESPERSON, "spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen representative"),
    (BODY, "ministry department agency company firm group government office bank court council committee commission board \
        party club team university institute institution association federation union charity organisation organization \
        foundation parliament senate congress administration police force army navy military embassy consulate authority \
        bureau service corporation airline retailer carmaker manufacturer supplier operator regulator watchdog \
        broadcaster newspaper paper magazine station channel network outlet website hospital school college church \
        league jury panel tribunal campaign secretariat centre center lab laboratory think-tank consortium coalition \
        alliance movement bloc country nation state city county municipality palace kremlin treasury brewer lender \
        insurer giant startup start-up developer miner utility airport prosecutor's mission delegation chamber society"),
    (PAPER, "statement report letter memo e-mail email document study survey poll paper release press-release notice \
        message post tweet note speech filing lawsuit complaint indictment ruling judgment judgement verdict petition \
        article editorial book blog website page caption bulletin communique communiqué declaration resolution advisory \
        review analysis forecast opinion affidavit transcript draft account papers documents filings records transcripts"),
    (TITLE, "mr mr. mrs mrs. ms ms. miss mx mx. dr dr. prof prof. professor sir dame lord lady baroness president \
        vice-president premier prime minister chancellor secretary senator sen sen. rep rep. representative congressman \
        congresswoman governor gov gov. mayor ambassador general gen gen. colonel col col. major maj maj. captain capt \
        capt. lieutenant lt lt. sergeant sgt sgt. officer chief inspector superintendent detective constable judge \
        justice king queen prince princess duke duchess pope father sister brother archbishop bishop rev rev. reverend \
        imam rabbi sheikh ayatollah sultan emir coach manager director chairman chairwoman ceo analyst spokesman \
        spokeswoman spokesperson deputy commander admiral adm adm. attorney sheriff commissioner skipper \
        opener striker goalkeeper midfielder defender actor actress singer author economist strategist cllr cllr. hon hon. \
        shri smt smt. assemblyman assemblywoman alderman alderwoman"),
    (MALE, "mr mr. sir lord king prince duke pope father brother archbishop bishop imam rabbi sheikh sultan emir shri \
        chairman spokesman congressman businessman actor councilman councillor batsman fisherman man boy son husband uncle \
        grandfather dad widower gentleman guy lad monk priest"),
    (FEMALE, "mrs mrs. ms ms. miss dame lady baroness queen princess duchess sister smt smt. chairwoman spokeswoman \
        congresswoman businesswoman actress councilwoman woman girl daughter wife aunt grandmother mother mum mom widow \
        nun midwife"),
    (WORK, "book film movie song album novel show series programme program play episode documentary single track poem \
        essay article column musical opera sitcom podcast painting exhibition magazine video game memoir thriller ballad \
        anthem hymn entitled titled headlined headline subtitled poster sequel drama comedy hit starring autobiography"),
    (TERM, "so-called term word phrase expression dubbed known label labelled labeled termed called adjective concept \
        acronym meaning means nicknamed euphemism referred"),
    (SLOGAN, "motto slogan chant chants chanting chanted banner banners sign signs placard placards reading slogans \
        hashtag inscription inscribed mantra theme tagline plaque graffiti shirt shirts t-shirt t-shirts hat hats cap caps"),
    (NICK, "nickname nicknamed aka alias dubbed known"),
    (TIME, "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight last earlier later \
        this week month year january february march april may june july august september october november december \
        jan. feb. mar. apr. aug. sept. sep. oct. nov. dec."),
    (ELISION, "em til till tis twas twere cause cos n round bout neath ere tween s nuff fraid allo ow ello"),
]);
