//! First names that tell a man from a woman, from the countries whose news is most read in English. A name that both
//! bear (*Alex*, *Kim*, *Jordan*) is not listed.

use crate::lang::speech::{FEMALE, MALE, Vocabulary};

/// Words in lower case, separated by single blanks.
#[rustfmt::skip]
pub static GIVEN: Vocabulary = Vocabulary::new(&[
    (MALE, "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark \
        donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary \
        nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank raymond patrick jack \
        dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith \
        christian roger noah gerald terry sean austin carl arthur lawrence dylan jesse bryan joe billy bruce albert willie \
        gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip phil bobby johnny bradley mike \
        tom bill bob jim tim steve dave dan rob ron ken greg jeff matt tony nick ben ted ed fred doug marco mitt barack \
        hugh ian graham neil simon stuart nigel colin derek gareth rhys alistair angus callum craig darren duncan euan \
        finlay fraser gavin gordon hamish iain jamie julian lewis liam malcolm martin oliver oscar owen rupert toby trevor \
        boris rishi keir tariq imran sadiq sajid kwasi giles harry luke leo max sebastian theo alfie archie freddie \
        mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein omar yusuf ibrahim khalid khaled abdul abdullah \
        mahmoud mustafa mehmet ahmet recep tayyip hulusi binali süleyman murat emre hakan kemal ekrem selahattin devlet \
        ömer fatih burak cem volkan ilham i̇lham mevlüt ismail qamar nawaz shehbaz asif bilal hamza \
        narendra rahul amit rajiv sanjay arun rohit virat sachin ravi anil sunil vijay ajay rakesh ramesh suresh mahesh \
        manoj arvind ashok deepak gaurav harsh karan krishna kumar lalchand mukesh nitin pawan pradeep rajesh rajnath \
        sandeep sourav subrahmanyam vikram yogi sundar satya mahendra ravindra jasprit shashi naveen akhilesh \
        cyril thabo sipho themba mandla siya tito pravin kgalema julius nelson desmond olusegun muhammadu \
        goodluck atiku bola chinedu emeka chukwuma babatunde oluwaseun kwame kofi nana uhuru raila yoweri \
        emmerson abiy tedros hailemariam tendai kagiso gift musa \
        vladimir dmitry sergei sergey alexei mikhail nikolai ivan igor andrei yuri oleg viktor volodymyr petro \
        emmanuel françois jean pierre jacques nicolas antoine julien bruno laurent édouard olivier luc guillaume \
        angelo giuseppe matteo giovanni luigi mario silvio sergio roberto carlo paolo francesco lorenzo pedro pablo \
        carlos luis jorge diego miguel javier rafael fernando alejandro andrés enrique ricardo eduardo hugo nicolás jair \
        luiz gustavo lionel cristiano neymar hans klaus jürgen wolfgang olaf friedrich karl heinz stefan \
        dieter uwe lars sven erik björn anders magnus jens geert rutger willem joost xi shinzo fumio yoshihide hiroshi \
        takashi kenji yuki kim-jong wei jian hao ferdinand rodrigo joko najib mahathir anwar scott-morrison shane \
        ricky brett glenn barnaby warwick bryce darryl wally lachlan benedict francis bibi naftali yair \
        ehud moshe shimon yitzhak bashar hosni abdel hamid ashraf elon warren tim-cook bernie rand \
        jeb marcus antonio eldon lee-jeys suleiman qurban gerome gerard terrence terence dwayne jermaine tyrone"),
    (FEMALE, "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret \
        ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia dorothy \
        amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel \
        carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan \
        evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail \
        sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie \
        theresa diana brittany doris kayla alexis lori marie hillary hilary melania ivanka carly kellyanne elena sonia \
        nikki condoleezza loretta huma kamala elise tulsi claire kate katie lucy sophie chloe zoe jane jo \
        fiona gillian isla kirsty morag nicola priti liz penny suella rosie yvette caroline \
        harriet jess layla lily poppy daisy phoebe imogen florence beatrice eugenie camilla meghan pippa amelia \
        amelie ellie holly molly bethany leanne tracey tracy lorraine maureen eileen siobhan niamh aoife sinead \
        fatima aisha ayesha khadija zainab maryam mariam leila noor yasmin amina halima zahra benazir malala \
        emine ayşe fatma zeynep elif meral tansu canan merve esra hatice selin nazlı \
        priyanka indira mamata mayawati smriti nirmala sushma anita sunita kavita pooja neha deepika aishwarya \
        kareena katrina anushka shreya sania saina mithali lakshmi lata radha meera kiran-bedi vasundhara jayalalithaa \
        winnie graça nkosazana thuli naledi lindiwe ngozi folake adaeze chimamanda wangari ellen \
        samia sahle-work agnes thandi nomvula precious busisiwe \
        ursula marine anne-marie brigitte ségolène valérie giorgia federica chiara francesca lucia \
        carmen dolores isabel dilma cristina gabriela claudia ana rosa svetlana olga natalia tatiana \
        yulia ekaterina irina anastasia oksana mette sanna erna magdalena greta annalena ingrid astrid katrín \
        jacinda gladys tanya jacqui bronwyn kylie cate margot sheila lynette \
        aung park tsai carrie yuriko naomi akie sakura mei ling hui melinda sheryl marissa meg oprah beyoncé rihanna \
        serena venus simone caster cathryn cathy kathy debbie sue wendy gail joanne joanna louise lynn lynne \
        marjorie muriel mabel nora norma pauline paula peggy phyllis rita roberta rosemary sally sylvia tamara tina \
        vanessa vera veronica yvonne yolanda zara"),
]);
