/// Calling codes by ISO 3166 country, one country a line: `JM 1:876 1:658` has code 1 and is told by 876 or 658.
///
/// The country that stands alone with a shared code (`US 1`) has every number the others don't claim.
/// - Source: ITU-T E.164 assigned codes; NANPA area codes; national plans of +7, +39, +44, +47, +61, +212, +262, +358,
///   +590 and +599.
enum CallingCodeList {
    static let text = northAmerica + europe + africa + asiaAndOceania + southAmerica

    private static let northAmerica = """
        US 1
        CA 1:204 1:226 1:236 1:249 1:250 1:257 1:263 1:289 1:306 1:343 1:354 1:365 1:367 1:368 1:382 1:403 1:416 1:418 \
        1:428 1:431 1:437 1:438 1:450 1:460 1:468 1:474 1:506 1:514 1:519 1:548 1:579 1:581 1:584 1:587 1:604 1:613 \
        1:639 1:647 1:672 1:683 1:705 1:709 1:742 1:753 1:778 1:780 1:782 1:807 1:819 1:825 1:867 1:873 1:879 1:902 1:905
        AG 1:268
        AI 1:264
        AS 1:684
        BB 1:246
        BM 1:441
        BS 1:242
        DM 1:767
        DO 1:809 1:829 1:849
        GD 1:473
        GU 1:671
        JM 1:876 1:658
        KN 1:869
        KY 1:345
        LC 1:758
        MP 1:670
        MS 1:664
        PR 1:787 1:939
        SX 1:721
        TC 1:649
        TT 1:868
        VC 1:784
        VG 1:284
        VI 1:340
        GL 299

        """

    private static let europe = """
        GR 30
        NL 31
        BE 32
        FR 33
        ES 34
        GI 350
        PT 351
        LU 352
        IE 353
        IS 354
        AL 355
        MT 356
        CY 357
        FI 358
        AX 358:18
        BG 359
        HU 36
        LT 370
        LV 371
        EE 372
        MD 373
        AM 374
        BY 375
        AD 376
        MC 377
        SM 378
        VA 379 39:06698
        UA 380
        RS 381
        ME 382
        XK 383
        HR 385
        SI 386
        BA 387
        MK 389
        IT 39
        RO 40
        CH 41
        CZ 420
        SK 421
        LI 423
        AT 43
        GB 44
        GG 44:1481 44:7781 44:7839 44:7911
        JE 44:1534 44:7509 44:7797 44:7829 44:7937
        IM 44:1624 44:7524 44:7624 44:7924
        DK 45
        SE 46
        NO 47
        SJ 47:79
        PL 48
        DE 49
        FO 298
        RU 7
        KZ 7:6 7:7
        TR 90

        """

    private static let africa = """
        EG 20
        SS 211
        MA 212
        EH 212:5288 212:5289
        DZ 213
        TN 216
        LY 218
        GM 220
        SN 221
        MR 222
        ML 223
        GN 224
        CI 225
        BF 226
        NE 227
        TG 228
        BJ 229
        MU 230
        LR 231
        SL 232
        GH 233
        NG 234
        TD 235
        CF 236
        CM 237
        CV 238
        ST 239
        GQ 240
        GA 241
        CG 242
        CD 243
        AO 244
        GW 245
        IO 246
        AC 247
        SC 248
        SD 249
        RW 250
        ET 251
        SO 252
        DJ 253
        KE 254
        TZ 255
        UG 256
        BI 257
        MZ 258
        ZM 260
        MG 261
        RE 262
        YT 262:269 262:639
        ZW 263
        NA 264
        MW 265
        LS 266
        BW 267
        SZ 268
        KM 269
        ZA 27
        SH 290
        ER 291

        """

    private static let asiaAndOceania = """
        MY 60
        AU 61
        CX 61:89164
        CC 61:89162
        ID 62
        PH 63
        NZ 64
        SG 65
        TH 66
        TL 670
        NF 672
        BN 673
        NR 674
        PG 675
        TO 676
        SB 677
        VU 678
        FJ 679
        PW 680
        WF 681
        CK 682
        NU 683
        WS 685
        KI 686
        NC 687
        TV 688
        PF 689
        TK 690
        FM 691
        MH 692
        JP 81
        KR 82
        VN 84
        KP 850
        HK 852
        MO 853
        KH 855
        LA 856
        CN 86
        BD 880
        TW 886
        IN 91
        PK 92
        AF 93
        LK 94
        MM 95
        MV 960
        LB 961
        JO 962
        SY 963
        IQ 964
        KW 965
        SA 966
        YE 967
        OM 968
        PS 970
        AE 971
        IL 972
        BH 973
        QA 974
        BT 975
        MN 976
        NP 977
        IR 98
        TJ 992
        TM 993
        AZ 994
        GE 995
        KG 996
        UZ 998

        """

    private static let southAmerica = """
        FK 500
        BZ 501
        GT 502
        SV 503
        HN 504
        NI 505
        CR 506
        PA 507
        PM 508
        HT 509
        PE 51
        MX 52
        CU 53
        AR 54
        BR 55
        CL 56
        CO 57
        VE 58
        GP 590
        BO 591
        GY 592
        EC 593
        GF 594
        PY 595
        MQ 596
        SR 597
        UY 598
        CW 599
        BQ 599:3 599:4 599:7

        """
}
